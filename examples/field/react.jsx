// The field in React: the text area stays a controlled one of React's own.
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import 'sekisho/field'

function MessageForm() {
  const [body, setBody] = useState('')
  const [report, setReport] = useState()
  const [sent, setSent] = useState()
  const send = (event) => {
    event.preventDefault()
    setSent(body)
    setBody('')
  }
  return (
    <form onSubmit={send}>
      <h1>メッセージを送る</h1>
      <label htmlFor="body">本文</label>
      <sekisho-field
        endpoint="/sekisho"
        marketplace="coconala"
        channel="message"
        onsekisho-report={(event) => setReport(event.detail.report)}
      >
        <textarea id="body" rows={6} value={body} onChange={(event) => setBody(event.target.value)} />
      </sekisho-field>
      <button type="submit">送信</button>
      <button type="button" onClick={() => setBody('LINEスタンプを制作しています')}>
        例文
      </button>
      <output data-verdict={report?.verdict}>{sent === undefined ? '' : `送りました: ${sent}`}</output>
    </form>
  )
}

createRoot(document.getElementById('root')).render(<MessageForm />)
