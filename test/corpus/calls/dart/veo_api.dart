import 'dart:convert';
import 'package:http/http.dart' as http;

const _base = 'https://generativelanguage.googleapis.com/v1beta';
const veoModel = 'veo-3.1-fast-generate-preview';

/// Starts a job and gives its operation name.
Future<String> startVideo(String apiKey, String prompt, {bool hd = false}) async {
  final uri = Uri.parse('$_base/models/$veoModel:predictLongRunning');
  final response = await http.post(
    uri,
    headers: {'x-goog-api-key': apiKey, 'Content-Type': 'application/json'},
    body: jsonEncode({
      'instances': [
        {'prompt': prompt},
      ],
      'parameters': {'durationSeconds': 8, 'resolution': hd ? '1080p' : '720p', 'aspectRatio': '16:9'},
    }),
  );
  if (response.statusCode != 200) throw Exception(response.body);
  return (jsonDecode(response.body) as Map<String, dynamic>)['name'] as String;
}

Future<http.Response> kie(String key, String prompt) => http.post(
      Uri.parse('https://api.kie.ai/api/v1/veo/generate'),
      headers: {'Authorization': 'Bearer $key'},
      body: jsonEncode({'prompt': prompt, 'model': 'veo3_fast', 'aspectRatio': '9:16'}),
    );
