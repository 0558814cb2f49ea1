// Where requests go when a route fails: nodes by state, edges by condition.
import { Graph, layout } from '@dagrejs/dagre';
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { PageEdge, PageNode } from '../../report/page/types.ts';
import { t } from '../../words/words.ts';
import { type Column, lookOf, placeLink, table } from '../parts.ts';
import { leadTo } from '../picture.ts';
import type { View } from '../view.ts';

const LINE_HEIGHT = 16;
const CHARACTER_WIDTH = 7;

/** Nodes of the picture; more are listed in the table alone. */
const MOST_NODES = 60;

/** The section on fallbacks. */
export function graphSection(view: View): TemplateResult {
  const { nodes, edges } = view.data.graph;
  if (edges.length === 0) return html`<p class="soft">${t('No configuration states a fallback.')}</p>`;
  return html`${nodes.length <= MOST_NODES ? picture(view, nodes, edges) : ''}${table(t('Fallbacks'), columns(view, nodes), edges, rowOf)}`;
}

function picture(view: View, nodes: readonly PageNode[], edges: readonly PageEdge[]): TemplateResult {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 16, ranksep: 90 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, label } of nodes) {
    const lines = label.split('\n');
    const width = Math.max(...lines.map((line) => line.length)) * CHARACTER_WIDTH + 20;
    graph.setNode(id, { width, height: lines.length * LINE_HEIGHT + 14 });
  }
  for (const { from, to } of edges) graph.setEdge(from, to);
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return html`<figure class="scroll" tabindex="0" role="group" aria-label=${t('Fallbacks')}><svg role="img"
    aria-label=${t('Fallbacks between routes; the table below lists them.')} width=${width + 4} height=${height + 4} viewBox="-2 -2 ${width + 4} ${height + 4}">
    <defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z" fill="currentColor"></path></marker></defs>
    ${edges.map((edge) => arrow(view, edge, graph.edge(edge.from, edge.to).points))}
    ${nodes.map((node) => box(view, node, graph.node(node.id)))}
  </svg></figure>`;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function box(
  { host: { open } }: View,
  { label, status, place }: PageNode,
  { x, y, width, height }: Box,
): TemplateResult {
  const lines = label.split('\n');
  const top = y - ((lines.length - 1) * LINE_HEIGHT) / 2 + 4;
  const follow = place === null || open === null ? null : () => open(place);
  return svg`<g class="${lookOf(status)} ${follow === null ? '' : 'leads'}" @click=${follow ?? nothing}>
    <rect x=${x - width / 2} y=${y - height / 2} width=${width} height=${height} rx="6" fill="var(--card)" stroke="currentColor" stroke-width="2"></rect>
    ${lines.map((line, index) => svg`<text x=${x} y=${top + index * LINE_HEIGHT} text-anchor="middle" font-weight=${index === 0 ? 600 : 400}>${line}</text>`)}
  </g>`;
}

function arrow(
  view: View,
  edge: PageEdge,
  points: readonly { readonly x: number; readonly y: number }[],
): TemplateResult {
  const path = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  const middle = points[Math.floor(points.length / 2)];
  return svg`<path d=${path} fill="none" stroke="currentColor" marker-end="url(#arrow)"></path>
    <text class="leads" @click=${() => leadTo(view, edge.place, rowOf(edge))} x=${middle?.x ?? 0} y=${(middle?.y ?? 0) - 5} text-anchor="middle">${edge.on.join(', ')}</text>`;
}

const rowOf = ({ from, to }: PageEdge): string => `fallback-${from}-${to}`;

function columns(view: View, nodes: readonly PageNode[]): readonly Column<PageEdge>[] {
  const names = new Map(nodes.map(({ id, label }) => [id, label.split('\n')[0] ?? '']));
  return [
    { head: t('From'), look: 'short', cell: ({ from }) => names.get(from) ?? '' },
    { head: t('To'), look: 'short', cell: ({ to }) => names.get(to) ?? '' },
    { head: t('On'), cell: ({ on }) => (on.length === 0 ? t('any error') : on.join(', ')) },
    { head: t('Where'), look: 'short', cell: ({ place }) => placeLink(view, place) },
  ];
}
