<?php

return [
    'google' => [
        'base_url' => env('GEMINI_BASE_URL', 'https://generativelanguage.googleapis.com/v1beta'),
        'model' => env('VEO_MODEL', 'veo-3.1-generate-preview'),
        'key' => env('GEMINI_API_KEY'),
    ],
];
