/** A small account with what an audit typically finds, for those who have no export at hand. */
export const ACCOUNT_SAMPLE = {
  marketplace: 'coconala',
  profile: {
    displayName: '動画工房みずき',
    catchphrase: '想いが伝わる動画を、ていねいに。',
    bio: '企業様のPR動画を中心に制作しております。お急ぎの方は mizuki.video@gmail.com までご連絡ください。',
    skills: ['Premiere Pro', 'After Effects'],
  },
  services: [
    {
      title: 'YouTube動画のカット編集を承ります',
      body: 'ご購入後、トークルームで素材をお送りください。初稿は3日以内にお見せいたします。',
      faq: [
        { q: 'LINEでやり取りできますか?', a: '規約により、やり取りはトークルームのみでお願いしております。' },
      ],
    },
    {
      title: 'SNS用のショート動画を作ります',
      body: '絶対に再生数が伸びます！！！次回からは直接お取引しませんか。',
    },
  ],
  portfolio: [
    {
      title: 'カフェのPR動画',
      description: '店内の雰囲気が伝わるように編集しました。',
      images: [{ file: 'cafe.png', alt: 'カフェの店内', caption: '作品一覧は lit.link/mizuki-video へ' }],
      links: [{ url: 'https://youtu.be/Lm4nBvC8xZq', label: '本編' }],
    },
    {
      title: '式場の紹介動画',
      description: '結婚式場様のご依頼で制作しました。',
      links: [{ url: 'https://www.youtube.com/watch?v=aB3dE5fG7hI' }],
    },
  ],
  links: [
    {
      id: 'Lm4nBvC8xZq',
      title: 'カフェPR',
      description: 'ご依頼は公式サイト https://mizuki-video.base.shop からどうぞ。',
    },
  ],
}
