const kRatio = '9:16';
