const op = encodeURIComponent('projects/p/locations/us-central1/publishers/google/models/veo-3.0-generate-001/operations/1');
const url1 = '/api/status/models%2Fveo-3.1-generate-preview%2Foperations%2Fabc';
const url2 = '/api/status/projects%2Fp%2Flocations%2Fl%2Fpublishers%2Fgoogle%2Fmodels%2Fveo-3.0-fast-generate-001%2Foperations%2F1';
const url3 = 'https://generativelanguage.googleapis.com/v1beta/models/veo-3.0-generate-001%3ApredictLongRunning';
const page = '/ai/video?model=veo-3-1-preview';
export { op, page, url1, url2, url3 };
