import React from 'react';
import { fal } from '@fal-ai/client';
import axios from 'axios';

const VEO = 'veo3.1';

export default function AdBuilder() {
  const onClick = async () => {
    const { data } = await fal.subscribe('fal-ai/veo3.1', { input: { prompt: 'an ad', duration: '6s', resolution: '4k', generate_audio: false } });
    console.log(data);
  };

  const onRunway = () =>
    axios.post(
      'https://api.dev.runwayml.com/v1/text_to_video',
      { model: VEO, promptText: 'an ad', ratio: '1280:720', duration: 8, audio: true },
      { headers: { 'X-Runway-Version': '2024-11-06', Authorization: `Bearer ${import.meta.env.VITE_RUNWAY}` } },
    );

  return (
    <div title="Powered by veo-3.1-generate-001">
      <button onClick={onClick}>fal</button>
      <button onClick={onRunway}>runway</button>
    </div>
  );
}
