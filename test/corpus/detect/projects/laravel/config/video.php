<?php

return [
    // which route to take: "google" or "kie"
    'driver' => env('VIDEO_DRIVER', 'kie'),
    'drivers' => [
        'google' => [
            'model' => env('GOOGLE_VEO_MODEL', 'veo-3.1-generate-preview'),
            'base' => 'https://generativelanguage.googleapis.com/v1beta',
        ],
        'kie' => [
            'model' => env('KIE_VEO_MODEL', 'veo3_fast'),
            'models' => ['veo3', 'veo3_fast', 'veo3_lite'],
            'callback' => '/hooks/veo3',
        ],
        'fal' => ['model' => "fal-ai/veo3.1/fast/image-to-video"], /* was veo-3.0-generate-001 */
    ],
    'disk' => 'veo3-clips',
];
