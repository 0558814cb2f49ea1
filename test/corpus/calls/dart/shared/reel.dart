import 'dart:convert';
import 'package:http/http.dart' as http;
import 'veo_models.dart';

const base = 'https://generativelanguage.googleapis.com/v1beta';

Future<void> start(String prompt) async {
  await http.post(
    Uri.parse('$base/models/${VeoModels.fast}:predictLongRunning'),
    headers: {'x-goog-api-key': key},
    body: jsonEncode({'instances': [{'prompt': prompt}], 'parameters': {'aspectRatio': '16:9', 'durationSeconds': 8}}),
  );
}
