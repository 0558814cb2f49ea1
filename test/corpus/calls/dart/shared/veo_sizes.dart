enum VeoSizes {
  hd('720p'),
  full('1080p');

  const VeoSizes(this.value);
  final String value;
}
