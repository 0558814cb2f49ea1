// Chooses the right worker for a provider's spelling.
function workerFor(model) {
  switch (model) {
    case 'veo-3.0-generate-001':
    case 'veo-3.1-generate-001':
      return 'vertex';
    case 'veo3_fast':
    case 'veo3-fast':
      return 'reseller';
    case 'google/veo-3.1-fast':
      return 'router';
    default:
      return 'none';
  }
}

const classes = ['btn', 'veo3-card', 'veo-3-grid'];
document.querySelector('.veo3 #veo-3-1')?.remove();
module.exports = { workerFor, classes };
