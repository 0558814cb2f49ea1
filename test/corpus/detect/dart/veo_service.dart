import 'package:veo3_client/veo3_client.dart';

/// Uses veo-3.1-lite-generate-preview unless told otherwise.
class VeoService {
  static const String model = 'veo-3.1-lite-generate-preview';
  static const fallback = "veo-3.0-fast-generate-001";
  final uri = Uri.parse('https://generativelanguage.googleapis.com/v1beta/models/veo-3.0-fast-generate-001:predictLongRunning');

  String get asset => 'assets/veo3_loop.webm';
  Map<String, Object> body(String prompt) => {
        'model': 'veo3',
        'prompt': prompt, // veo-3.0-generate-001 ignores this
      };
}
