const m="veo-3.0-generate-001";export{m};
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJ2ZW8zIjoidmVvLTMuMC1nZW5lcmF0ZS0wMDEiveo3AAveo-3zQ==