import 'dart:convert';
import 'package:http/http.dart' as http;

const base = 'https://generativelanguage.googleapis.com/v1beta';

class Aliased {
  Aliased(this.key, {this.name = 'veo-3'});

  final String key;
  final String name;

  Future<String> film(String prompt) async {
    final answer = await http.post(
      Uri.parse('$base/models/$name:predict'),
      headers: {'x-goog-api-key': key},
      body: jsonEncode({
        'instances': [{'prompt': prompt}],
        'parameters': {'aspectRatio': '16:9', 'durationSeconds': 8},
      }),
    );
    return answer.body;
  }
}

Future<http.Response> reel(String prompt, {String model = 'veo-3.1-fast'}) {
  return http.post(Uri.parse('$base/models/$model:predictLongRunning'),
      body: jsonEncode({'instances': [{'prompt': prompt}], 'parameters': {'resolution': '1080p'}}));
}

Future<http.Response> words(String prompt, {String model = 'gemini-2.5-flash'}) {
  return http.post(Uri.parse('$base/models/$model:generateContent'), body: jsonEncode({'contents': prompt}));
}
