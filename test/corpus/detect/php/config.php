<?php
// veo-2.0-generate-001 is only for old jobs
return [
    'default' => env('VEO_MODEL', 'veo-3.0-generate-001'),
    'models' => [
        'veo-3.0-generate-001' => ['label' => 'Veo 3', 'slug' => 'veo-3'], // label and slug
        'veo3_fast' => ['label' => 'Veo 3.1 Fast'],
        "gemini/veo-3.1-fast-generate-preview" => [],
    ],
    'queue' => 'veo3-jobs', # veo-3.0-fast-generate-001 too
];
