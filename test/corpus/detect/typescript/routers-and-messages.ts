declare function send(body: object): Promise<unknown>;

export const viaProxy = () => send({ model: 'some-proxy/veo-3', prompt: 'a boat' });

export function refuse(id: string): never {
  if (id === '') throw new Error('model must be one of: veo3, veo3_fast, sora-2');
  throw new Error(`Unknown model ${id}. Supported models: veo3.1, veo3.1-fast`);
}

