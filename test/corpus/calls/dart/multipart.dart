import 'package:http/http.dart' as http;

Future<void> film(String prompt) async {
  final request = http.MultipartRequest('POST', Uri.parse('https://api.laozhang.ai/v1/videos'));
  request.fields['model'] = 'veo-3.1-fast-fl';
  request.fields['prompt'] = prompt;
  await request.send();
}

Future<void> keep(String clip) async {
  final upload = http.MultipartRequest('POST', Uri.parse('https://files.example.com/v1/uploads'));
  upload.fields['title'] = 'veo-3.1-fast';
  await upload.send();
}
