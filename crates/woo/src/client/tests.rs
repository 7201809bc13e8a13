mod answers;
mod reach;
mod wire;
