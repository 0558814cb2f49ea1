'use strict';
const a = 'veo-3.0-generate-001'; // veo-2.0-generate-001
/*
 * veo-3.0-generate-preview
 */
const b = `line
veo-3.1-generate-001 🎞 veo-3.1-fast-generate-001`;
	module.exports = { a, b, c: "veo3" };
