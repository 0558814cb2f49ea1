<?php
require_once __DIR__ . '/../config/video.php';

class Job
{
    public function start(string $prompt): string
    {
        $body = ['instances' => [['prompt' => $prompt]], 'parameters' => ['aspectRatio' => '9:16']];
        return $this->post(VEO_HOST . '/models/' . VEO_MODEL . ':predictLongRunning', $body);
    }
}
