const { GoogleGenAI } = require('@google/genai');
const { SlashCommandBuilder } = require('discord.js');

const client = new GoogleGenAI({});
const settings = {
  model: 'veo-2.0-generate-001',
  config: { numberOfVideos: 1, durationSeconds: 5, aspectRatio: '16:9' },
};

module.exports = {
  data: new SlashCommandBuilder().setName('veo').setDescription('make a clip'),
  async execute(interaction) {
    await interaction.deferReply();
    const prompt = interaction.options.getString('prompt');
    let op;
    try {
      op = await client.models.generateVideos({ ...settings, prompt });
    } catch (e) {
      return interaction.editReply('nope: ' + e.message);
    }
    while (!op.done) {
      await new Promise((r) => setTimeout(r, 8000));
      op = await client.operations.getVideosOperation({ operation: op });
    }
    await interaction.editReply(op.response.generatedVideos[0].video.uri);
  },
};
