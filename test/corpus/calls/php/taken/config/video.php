<?php
defined('VEO_MODEL') || define('VEO_MODEL', $_ENV['VEO_MODEL'] ?? 'veo-3.0-generate-001');
define('VEO_HOST', 'https://generativelanguage.googleapis.com/v1beta');
