/** One paper in the page's frame. Its words were made HTML by the build, and are the project's own. */
import { raw } from 'hono/html'
import { Layout } from '../pages/layout.tsx'
import { Both, Text } from '../pages/text.tsx'
import { type Bilingual, inLanguage, type Language } from '../strings/languages.ts'
import { paperName } from '../strings/papers.ts'
import { PapersNav } from './papers-nav.tsx'

export interface Paper {
  readonly title: string
  readonly lang: Language
  readonly html: string
}

export interface PaperProps {
  readonly name: string
  readonly paper: Paper
  readonly hasReference: boolean
  readonly language: Language
  readonly engine?: string | undefined
}

/** Said only to who reads the page in the other language. */
const WRITTEN_IN: Readonly<Record<Language, Bilingual>> = {
  ja: ['', 'This paper is in Japanese.'],
  en: ['この説明は英語で書かれています。', ''],
}

export const PaperPage = ({ name, paper, hasReference, language, engine }: PaperProps) => (
  <Layout
    language={language}
    current="docs"
    script="rules.js"
    title={inLanguage(paperName(name) ?? [paper.title, paper.title], language)}
    engine={engine}
  >
    <div class="docs">
      <article class="paper">
        <p class="small">
          <a href="/docs">
            <Text k="docs.back" language={language} />
          </a>
        </p>
        <h1 lang={paper.lang}>{paper.title}</h1>
        <p class="small">
          <Both text={WRITTEN_IN[paper.lang]} language={language} />
        </p>
        <div lang={paper.lang}>{raw(paper.html)}</div>
      </article>
      <PapersNav current={name} hasReference={hasReference} language={language} />
    </div>
  </Layout>
)
