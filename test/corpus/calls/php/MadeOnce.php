<?php

class MadeOnce
{
    public function __construct(private HttpClient $http, private string $model)
    {
    }

    public function film(string $prompt): array
    {
        return $this->http->post("https://generativelanguage.googleapis.com/v1beta/models/{$this->model}:predictLongRunning", [
            'json' => ['instances' => [['prompt' => $prompt]], 'parameters' => ['durationSeconds' => 4]],
        ]);
    }
}

$film = new MadeOnce(new HttpClient(), 'veo-3.1-generate-preview');
