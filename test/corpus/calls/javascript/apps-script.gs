const MODEL = 'veo-3.0-fast-generate-001';

function makeClips() {
  const sheet = SpreadsheetApp.getActiveSheet();
  const key = PropertiesService.getScriptProperties().getProperty('GEMINI_API_KEY');
  sheet.getDataRange().getValues().slice(1).forEach((row, i) => {
    const url = 'https://generativelanguage.googleapis.com/v1beta/models/' + MODEL + ':predictLongRunning';
    const options = {
      method: 'post',
      contentType: 'application/json',
      headers: { 'x-goog-api-key': key },
      payload: JSON.stringify({ instances: [{ prompt: row[0] }], parameters: { aspectRatio: '9:16', durationSeconds: 8 } }),
      muteHttpExceptions: true,
    };
    const res = UrlFetchApp.fetch(url, options);
    sheet.getRange(i + 2, 2).setValue(JSON.parse(res.getContentText()).name);
  });
}
