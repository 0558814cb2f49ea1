const payload = { model: 'relayai/google/veo-3-fast', messages: [] };
console.log('Model: relayai/google/veo-3-fast');
console.log('See docs/google/veo-3-fast/setup');
