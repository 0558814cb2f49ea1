<?php

namespace App\Services;

use Illuminate\Support\Facades\Config;
use Illuminate\Support\Facades\Http;

class ClipService
{
    public function submit(Clip $clip, string $prompt): string
    {
        $model = $clip->model ?: config('clips.google.model');

        $response = Http::withHeaders(['x-goog-api-key' => Config::get('clips.google.key')])
            ->post($this->url("models/{$model}:predictLongRunning"), [
                'instances' => [['prompt' => $prompt]],
                'parameters' => ['aspectRatio' => '9:16', 'durationSeconds' => 8],
            ]);

        return $response->json('name');
    }

    private function url(string $path): string
    {
        return rtrim(Config::get('clips.google.base_url'), '/').'/'.ltrim($path, '/');
    }
}
