// This sample has no node_modules.
declare module '@google/genai';
