<?php
// generate.php?speed=fast
$apiKey = getenv('GEMINI_API_KEY');
$speed = $_GET['speed'] ?? 'normal';

if ($speed === 'fast') {
    $url = "https://generativelanguage.googleapis.com/v1beta/models/veo-3.1-fast-generate-preview:predictLongRunning?key=" . $apiKey;
} else {
    $url = "https://generativelanguage.googleapis.com/v1beta/models/veo-3.1-generate-preview:predictLongRunning?key=" . $apiKey;
}

$payload = [
    "instances" => [["prompt" => trim($_POST['prompt'] ?? '')]],
];
$payload["parameters"] = ["durationSeconds" => "8", "resolution" => "1080p"];

$ch = curl_init($url);
curl_setopt($ch, CURLOPT_RETURNTRANSFER, true);
curl_setopt($ch, CURLOPT_HTTPHEADER, ['Content-Type: application/json']);
curl_setopt($ch, CURLOPT_POSTFIELDS, json_encode($payload));
$raw = curl_exec($ch);
if ($raw === false) {
    http_response_code(502);
    exit(curl_error($ch));
}
echo json_decode($raw, true)['name'];
