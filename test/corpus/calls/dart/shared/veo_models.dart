class VeoModels {
  static const String fast = 'veo-3.1-fast-generate-preview';
}
