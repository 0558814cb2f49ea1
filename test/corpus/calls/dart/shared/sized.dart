import 'veo_sizes.dart';

Future<void> kite(String prompt) async {
  await http.post(
    Uri.parse('https://generativelanguage.googleapis.com/v1beta/models/veo-3.1-fast-generate-preview:predictLongRunning'),
    body: jsonEncode({
      'instances': [{'prompt': prompt}],
      'parameters': {'aspectRatio': kRatio, 'resolution': VeoSizes.hd.value},
    }),
  );
}
