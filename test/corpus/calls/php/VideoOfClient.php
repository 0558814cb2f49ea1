<?php

use Relay\Client;

$client = new Client(getenv('RELAY_KEY'));

$still = $client->images->generate(['model' => 'image-1', 'prompt' => 'a biplane']);
$film = $client->video->generateAndWait(['model' => 'veo-3', 'prompt' => 'a paper plane']);
$estimate = $client->video->estimateCost(['model' => 'veo-3', 'prompt' => 'a paper plane']);
$words = $client->text->generate(['model' => 'veo-3', 'prompt' => 'what is this model']);
