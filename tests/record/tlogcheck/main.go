// Tlogcheck checks an exported copy with the Go team's transparency log code, not with ours.
//
//	tlogcheck DIRECTORY VKEY
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

type files struct{ directory string }

func (f files) Height() int { return height }

func (f files) SaveTiles([]tlog.Tile, [][]byte) {}

func (f files) ReadTiles(tiles []tlog.Tile) (data [][]byte, err error) {
	for _, tile := range tiles {
		read, err := os.ReadFile(f.path(tile))
		if err != nil {
			return nil, err
		}
		data = append(data, read)
	}
	return data, nil
}

// path is that of C2SP tlog-tiles, which leaves out the height and calls data entries.
func (f files) path(tile tlog.Tile) string {
	path := strings.TrimPrefix(tile.Path(), "tile/8/")
	return filepath.Join(f.directory, "tile", strings.Replace(path, "data/", "entries/", 1))
}

func (f files) entries(size int64) (entries [][]byte) {
	for start := int64(0); start < size; start += 1 << height {
		tile := tlog.Tile{H: height, L: -1, N: start >> height, W: 1 << height}
		if size-start < 1<<height {
			tile.W = int(size - start)
		}
		bundle, err := os.ReadFile(f.path(tile))
		must(err)
		for len(bundle) > 0 {
			length := int(binary.BigEndian.Uint16(bundle))
			entries, bundle = append(entries, bundle[2:2+length]), bundle[2+length:]
		}
	}
	return entries
}

func checkpoint(directory, vkey string) tlog.Tree {
	message, err := os.ReadFile(filepath.Join(directory, "checkpoint"))
	must(err)
	verifier, err := note.NewVerifier(vkey)
	must(err)
	opened, err := note.Open(message, note.VerifierList(verifier))
	must(err)
	lines := strings.Split(opened.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err)
	tree := tlog.Tree{N: size}
	root, err := base64.StdEncoding.DecodeString(lines[2])
	must(err)
	copy(tree.Hash[:], root)
	return tree
}

func main() {
	log.SetFlags(0)
	tree, from := checkpoint(os.Args[1], os.Args[2]), files{os.Args[1]}
	entries := from.entries(tree.N)
	if int64(len(entries)) != tree.N {
		log.Fatalf("%d entries, the checkpoint has %d", len(entries), tree.N)
	}

	// The root and every tile, made anew from the entries.
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) (hashes []tlog.Hash, err error) {
		for _, index := range indexes {
			hashes = append(hashes, stored[index])
		}
		return hashes, nil
	})
	for n, entry := range entries {
		hashes, err := tlog.StoredHashes(int64(n), entry, reader)
		must(err)
		stored = append(stored, hashes...)
	}
	if tree.N > 0 {
		root, err := tlog.TreeHash(tree.N, reader)
		must(err)
		if root != tree.Hash {
			log.Fatal("the entries have another root than the checkpoint")
		}
	}
	for _, tile := range tlog.NewTiles(height, 0, tree.N) {
		if width := tree.N>>(height*tile.L) - tile.N<<height; int64(tile.W) < width && tile.W < 1<<height {
			continue // a partial tile as it was at an earlier size
		}
		due, err := tlog.ReadTileData(tile, reader)
		must(err)
		found, err := from.ReadTiles([]tlog.Tile{tile})
		must(err)
		if !bytes.Equal(due, found[0]) {
			log.Fatalf("%s is not what the entries make", from.path(tile))
		}
	}

	// Proofs as a member would fetch them: from tiles alone, against the checkpoint.
	tiles := tlog.TileHashReader(tree, from)
	for n, entry := range entries {
		proof, err := tlog.ProveRecord(tree.N, int64(n), tiles)
		must(err)
		must(tlog.CheckRecord(proof, tree.N, tree.Hash, int64(n), tlog.RecordHash(entry)))
		older, err := tlog.TreeHash(int64(n)+1, reader)
		must(err)
		growth, err := tlog.ProveTree(tree.N, int64(n)+1, tiles)
		must(err)
		must(tlog.CheckTree(growth, tree.N, tree.Hash, int64(n)+1, older))
	}
	fmt.Printf("%d entries, as signed\n", tree.N)
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
