import type { PublisherEntry } from './publishers';

/**
 * The publishers that a new desk knows: news agencies, of which many papers carry the stories, and some
 * broadcasters and papers with several names. The desk edits them.
 */
export const FIRST_PUBLISHERS: readonly PublisherEntry[] = [
  entry('Reuters', ['Thomson Reuters', 'Reuters News Agency'], ['reuters.com']),
  entry('Associated Press', ['AP', 'AP News', 'The Associated Press'], ['apnews.com', 'ap.org']),
  entry('Agence France-Presse', ['AFP'], ['afp.com']),
  entry('Deutsche Presse-Agentur', ['dpa', 'dpa International'], ['dpa.com']),
  entry('PA Media', ['PA', 'Press Association', 'PA News Agency'], ['pa.media']),
  entry('Bloomberg', ['Bloomberg News'], ['bloomberg.com']),
  entry('United Press International', ['UPI'], ['upi.com']),
  entry('Yonhap', ['Yonhap News', 'Yonhap News Agency'], ['yna.co.kr', 'yonhapnews.co.kr']),
  entry('Kyodo News', ['Kyodo', 'Kyodo News Agency'], ['kyodonews.net']),
  entry('Xinhua', ['Xinhua News Agency'], ['xinhuanet.com', 'news.cn']),
  entry('TASS', ['Tass News Agency', 'ITAR-TASS'], ['tass.com', 'tass.ru']),
  entry('Interfax', ['Interfax News Agency'], ['interfax.com', 'interfax.ru']),
  entry('Ukrinform', [], ['ukrinform.net', 'ukrinform.ua']),
  entry('Anadolu', ['Anadolu Agency', 'AA'], ['aa.com.tr']),
  entry('Press Trust of India', ['PTI'], ['ptinews.com']),
  entry('ANSA', ['Agenzia ANSA'], ['ansa.it']),
  entry('EFE', ['Agencia EFE'], ['efe.com']),
  entry(
    'BBC',
    ['BBC News', 'BBC Sport', 'BBC World Service', 'British Broadcasting Corporation'],
    ['bbc.co.uk', 'bbc.com'],
  ),
  entry('CNN', ['CNN International', 'Cable News Network'], ['cnn.com']),
  entry('Al Jazeera', ['Al Jazeera English', 'Al Jazeera Media Network'], ['aljazeera.com']),
  entry('Deutsche Welle', ['DW', 'DW News'], ['dw.com']),
  entry('The Guardian', ['Guardian', 'Guardian US', 'Guardian Australia'], ['theguardian.com']),
  entry('The New York Times', ['New York Times', 'NYT'], ['nytimes.com']),
  entry('The Washington Post', ['Washington Post'], ['washingtonpost.com']),
];

function entry(
  name: string,
  otherNames: readonly string[],
  hosts: readonly string[],
): PublisherEntry {
  return { name, otherNames, hosts, owner: null };
}
