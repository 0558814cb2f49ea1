<?php

namespace App\Jobs;

use Illuminate\Support\Facades\Http;

class VeoJob
{
    private const MODEL = 'veo-3.0-fast-generate-001';
    private string $base = 'https://generativelanguage.googleapis.com/v1beta';

    public function __construct(private string $prompt, private bool $vertical = false)
    {
    }

    public function handle(): string
    {
        $response = Http::withHeaders(['x-goog-api-key' => config('services.gemini.key')])
            ->timeout(60)
            ->post("{$this->base}/models/" . self::MODEL . ':predictLongRunning', [
                'instances' => [['prompt' => $this->prompt]],
                'parameters' => [
                    'aspectRatio' => $this->vertical ? '9:16' : '16:9',
                    'durationSeconds' => 8,
                    'resolution' => '720p',
                ],
            ]);
        $response->throw();

        return $response->json('name');
    }

    public function kie(): array
    {
        return Http::withToken(env('KIE_API_KEY'))->post('https://api.kie.ai/api/v1/veo/generate', [
            'prompt' => $this->prompt,
            'model' => 'veo3',
            'aspectRatio' => '16:9',
        ])->json();
    }
}
