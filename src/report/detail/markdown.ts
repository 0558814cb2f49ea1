// A page about one thing as Markdown, for the copy that is kept on disk.
import { markdownCode, markdownLink, markdownText } from '../../outlets/markdown.ts';
import type { DetailBlock, DetailLine, DetailText, PageDetail } from './types.ts';

/** The page. Ends with a newline; no text of it becomes markup. */
export function detailMarkdown({ title, blocks }: PageDetail): string {
  return `${[`# ${markdownText(title)}`, ...blocks.map(blockText).filter((text) => text !== '')].join('\n\n')}\n`;
}

function blockText(block: DetailBlock): string {
  switch (block.kind) {
    case 'heading':
      return `## ${markdownText(block.text)}`;
    case 'line':
      return lineText(block.line);
    case 'list':
      return block.items.map((item) => `- ${lineText(item)}`).join('\n');
    case 'video':
      return '';
    case 'table': {
      const rows = [block.head.map(markdownText), block.head.map(() => '---')];
      const cells = block.rows.map((row) => row.map(lineText));
      const table = [...rows, ...cells].map((row) => `| ${row.join(' | ')} |`).join('\n');
      return block.caption === '' ? table : `## ${markdownText(block.caption)}\n\n${table}`;
    }
  }
}

const lineText = (line: DetailLine): string => line.map(partText).join('');

function partText({ text, look, url }: DetailText): string {
  if (url !== undefined) return markdownLink(text, url);
  if (look === 'code') return markdownCode(text);
  const words = text.trim() === '' ? '' : markdownText(text);
  const [before, after] = [
    text.slice(0, text.length - text.trimStart().length),
    text.trim() === '' ? '' : text.slice(text.trimEnd().length),
  ];
  return `${before}${look === 'strong' ? `**${words}**` : words}${after}`;
}
