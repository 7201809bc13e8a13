mod answers;
mod properties;
mod reach;
mod wire;
