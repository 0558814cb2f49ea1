<?php

namespace App\Services\Veo3; // namespace

use App\Clients\Veo3FastClient;

final class VideoService
{
    # older default: veo-2.0-generate-001
    public const MODEL = 'veo-3.0-generate-001';

    /** @var string one of veo-3.1-generate-preview and veo-3.1-fast-generate-preview */
    private string $model = "veo-3.1-fast-generate-preview";

    #[Endpoint('fal-ai/veo3.1/lite/image-to-video')]
    public function lab(): array
    {
        return [
            'preset' => 'veo31_lite_eu',
            'send_to' => 'https://fal.run/fal-ai/veo3.1/lite/image-to-video',
            'watch' => 'https://queue.fal.run/fal-ai/veo3.1/requests/' . $id,
            'model' => env('VEO_MODEL', 'veo-3.1-lite-generate-preview'),
            'view' => 'studio.veo3-result',
        ];
    }
}
