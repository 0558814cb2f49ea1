import 'dart:convert';
import 'package:http/http.dart' as http;

Future<http.Response> film(String prompt) {
  return http.post(
    Uri.https('yunwu.ai', '/v1/video/create'),
    headers: {'Content-Type': 'application/json'},
    body: jsonEncode({'model': 'veo3-fast', 'prompt': prompt}),
  );
}

Future<http.Response> page() => http.get(Uri.https('yunwu.ai', '/models/veo3-fast'));
