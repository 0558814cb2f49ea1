<?php

return [
    'default' => 'google',
    'video' => [
        'models' => [
            'veo-3.1-generate-001' => ['label' => 'Veo 3.1', 'credits' => 40],
            'veo-3.1-fast-generate-001' => ['label' => 'Veo 3.1 Fast', 'credits' => 10],
        ],
        'hidden' => ['veo-3.0-generate-preview'],
    ],
];
