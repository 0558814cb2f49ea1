<?php
require 'vendor/autoload.php';

use GuzzleHttp\Client;

$project = 'acme-media';
$model = getenv('VEO_MODEL') ?: 'veo-3.0-generate-001';
$client = new Client(['base_uri' => 'https://us-central1-aiplatform.googleapis.com/v1/']);

$options = [
    'sampleCount' => 2,
    'durationSeconds' => 6,
    'generateAudio' => true,
    'aspectRatio' => '16:9',
];

try {
    $res = $client->post("projects/$project/locations/us-central1/publishers/google/models/$model:predictLongRunning", [
        'headers' => ['Authorization' => "Bearer $argv[1]"],
        'json' => ['instances' => [['prompt' => 'a slow train']], 'parameters' => $options],
    ]);
} catch (\GuzzleHttp\Exception\ClientException $e) {
    fwrite(STDERR, $e->getMessage());
    exit(1);
}

$fal = new Client(['headers' => ['Authorization' => 'Key ' . getenv('FAL_KEY')]]);
$fal->request('POST', 'https://queue.fal.run/fal-ai/veo3.1/lite', [
    'json' => ['prompt' => 'a slow train', 'duration' => '4s', 'resolution' => '720p', 'generate_audio' => false],
]);
