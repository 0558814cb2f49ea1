module.exports = { MODEL: 'veo-3.1-lite-generate-001', seconds: 4 };
