enum VeoModel {
  standard('veo-3.1-generate-preview', 'Veo 3.1'),
  fast("veo-3.1-fast-generate-preview", 'Veo 3.1 Fast'), // veo-3.0-fast-generate-001
  kie('veo3_fast', 'Veo 3');

  const VeoModel(this.id, this.title);
  final String id, title;
}
