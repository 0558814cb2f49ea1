<?php

namespace App\Clips;

use Illuminate\Support\Facades\Http;

class Filtered
{
    public function start(string $prompt, ?string $ratio): array
    {
        return Http::withHeaders(['x-goog-api-key' => $this->key])
            ->post('https://generativelanguage.googleapis.com/v1beta/models/veo-3.1-generate-preview:predictLongRunning', [
                'instances' => [['prompt' => $prompt]],
                'parameters' => array_filter(['aspectRatio' => $ratio, 'durationSeconds' => 6]),
            ])
            ->json();
    }
}
