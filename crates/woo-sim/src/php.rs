//! PHP's ways with JSON and URLs: `\uXXXX`, `\/`, integral floats without a point, `rawurlencode`.

use std::io;

use serde::Serialize;
use serde_json::{Serializer, ser::Formatter};

/// Writes JSON byte for byte as PHP's `json_encode` without flags.
struct PhpFormatter;

impl Formatter for PhpFormatter {
    fn write_f64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        write!(writer, "{value}")
    }

    fn write_string_fragment<W: ?Sized + io::Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        if fragment.bytes().all(|b| b.is_ascii() && b != b'/') {
            return writer.write_all(fragment.as_bytes());
        }
        let mut units = [0_u16; 2];
        let mut utf8 = [0_u8; 4];
        for c in fragment.chars() {
            match c {
                '/' => writer.write_all(b"\\/")?,
                c if c.is_ascii() => writer.write_all(c.encode_utf8(&mut utf8).as_bytes())?,
                c => {
                    for unit in c.encode_utf16(&mut units) {
                        write!(writer, "\\u{unit:04x}")?;
                    }
                }
            }
        }
        Ok(())
    }
}

/// Encodes as PHP's `json_encode`.
pub(crate) fn json<T: Serialize + ?Sized>(value: &T) -> Vec<u8> {
    let mut out = Vec::with_capacity(1024);
    let mut serializer = Serializer::with_formatter(&mut out, PhpFormatter);
    match value.serialize(&mut serializer) {
        Ok(()) => out,
        // Our own values have string keys only; PHP would print an empty body here too.
        Err(_) => Vec::new(),
    }
}

/// Encodes as PHP's `rawurlencode` (RFC 3986).
pub(crate) fn rawurlencode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// Makes a slug as WordPress does: ASCII lower case, the rest percent-encoded in lower case.
pub(crate) fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.to_lowercase().chars() {
        match c {
            'a'..='z' | '0'..='9' => out.push(c),
            'ç' => out.push('c'),
            'ğ' => out.push('g'),
            'ı' => out.push('i'),
            // The dot that lower-casing leaves of a Turkish İ.
            '\u{307}' => {}
            'ö' => out.push('o'),
            'ş' => out.push('s'),
            'ü' => out.push('u'),
            'ä' => out.push('a'),
            'ß' => out.push_str("ss"),
            c if c.is_alphabetic() => {
                let mut utf8 = [0_u8; 4];
                out.push_str(&rawurlencode(c.encode_utf8(&mut utf8)).to_lowercase());
            }
            _ => {
                if !out.ends_with('-') && !out.is_empty() {
                    out.push('-');
                }
            }
        }
    }
    out.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_escaped_like_php() {
        let value = serde_json::json!({"a": "ü/☕😀\n\"", "b": 43.0, "c": 76.32000000000001});
        assert_eq!(
            String::from_utf8(json(&value)).unwrap(),
            r#"{"a":"\u00fc\/\u2615\ud83d\ude00\n\"","b":43,"c":76.32000000000001}"#
        );
    }

    #[test]
    fn slugs_are_those_of_wordpress() {
        assert_eq!(slug("Klasik Şal 12"), "klasik-sal-12");
        assert_eq!(slug("限定 Tasse 300"), "%e9%99%90%e5%ae%9a-tasse-300");
        assert_eq!(slug("İnce Halı 298"), "ince-hali-298");
    }
}
