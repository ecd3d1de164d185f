package org.aidledger.evidence.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeTest {

  /** The leaves that tests of Certificate Transparency have used since RFC 6962. */
  private static final List<String> KNOWN =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @Test
  void theRootsOfWellKnownLeavesAreTheWellKnownOnes() {
    Frontier frontier = new Frontier();
    assertThat(hex(frontier.root()))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    for (String leaf : KNOWN) {
      byte[] bytes = HexFormat.of().parseHex(leaf);
      frontier.append(bytes, bytes.length, (tile, hashes) -> {});
    }
    assertThat(hex(frontier.root()))
        .isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    assertThat(hex(new TreeHasher().leaf(new byte[0])))
        .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  }

  @Test
  void everySmallTreeAndEveryProofInItIsWhatTheDefinitionSays() {
    GrownTree tree = new GrownTree();
    tree.grow(70, random);
    for (int size = 0; size <= 70; size++) {
      for (int index = 0; index < size; index++) {
        assertIncluded(tree, index, size);
      }
      for (int from = 1; from <= size; from++) {
        assertConsistent(tree, from, size);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      ints = {1, 255, 256, 257, 511, 512, 1_000, 65_535, 65_536, 65_537, 66_000, 131_072, 140_001})
  void treesOverSeveralTilesAreWhatTheDefinitionSays(int leaves) {
    GrownTree tree = new GrownTree();
    tree.grow(leaves, random);
    assertThat(tree.frontier.root()).as("seed " + seed).isEqualTo(NaiveTree.root(tree.leaves));
    for (int i = 0; i < 6; i++) {
      int size = i == 0 ? leaves : 1 + random.nextInt(leaves);
      assertIncluded(tree, i == 1 ? size - 1 : random.nextInt(size), size);
      assertConsistent(tree, 1 + random.nextInt(size), size);
    }
  }

  @Test
  void aTreeThatIsSetDownAndTakenUpAgainGrowsAsIfNothingHadHappened() {
    GrownTree tree = new GrownTree();
    while (tree.leaves.size() < 3_000) {
      tree.grow(random.nextInt(300), random);
      byte[] state = tree.frontier.state();
      tree.frontier = Frontier.restore(tree.leaves.size(), state);
      assertThat(tree.frontier.state()).isEqualTo(state);
      assertThat(tree.frontier.root())
          .as("seed " + seed + ", size " + tree.leaves.size())
          .isEqualTo(NaiveTree.root(tree.leaves));
      long size = tree.leaves.size();
      assertThatThrownBy(() -> Frontier.restore(size + 1, state))
          .isInstanceOf(TreeBrokenException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 256, 257, 65_536, 65_793, 140_001})
  void aProofAsksOnlyForTilesAboveItsLeaves(int leaves) {
    GrownTree tree = new GrownTree();
    tree.grow(leaves, random);
    for (int i = 0; i < 20; i++) {
      int size = i == 0 ? leaves : 1 + random.nextInt(leaves);
      int index = i == 1 ? size - 1 : random.nextInt(size);
      Set<Tile> asked = new HashSet<>();
      TreeReader reader = tree.reader(asked);
      reader.inclusion(index, size);
      reader.leaf(index);
      reader.root(size);
      reader.consistency(size, leaves);
      assertThat(Tile.above(leaves, index, size - 1, leaves - 1))
          .as("seed " + seed + ", leaf " + index + " of " + size)
          .containsAll(asked);
    }
    assertThat(Tile.above(leaves, -1, leaves)).isEmpty();
  }

  @Test
  void aProofWithOneFlippedBitProvesNothing() {
    GrownTree tree = new GrownTree();
    tree.grow(300 + random.nextInt(300), random);
    int size = tree.leaves.size();
    Hash root = tree.frontier.root();
    for (int i = 0; i < 200; i++) {
      int index = random.nextInt(size);
      InclusionProof proof = tree.reader().inclusion(index, size);
      Hash leaf = tree.reader().leaf(index);
      assertThat(proof.proves(leaf, root)).isTrue();
      assertThat(new InclusionProof(index, size, flipped(proof.path())).proves(leaf, root))
          .as("seed " + seed + ", leaf " + index + " of " + size)
          .isFalse();
      assertThat(proof.proves(leaf, flip(root))).isFalse();
      assertThat(proof.proves(flip(leaf), root)).isFalse();
      int other = (index + 1 + random.nextInt(size - 1)) % size;
      assertThat(new InclusionProof(other, size, proof.path()).proves(leaf, root)).isFalse();
      assertThat(new InclusionProof(index, index, proof.path()).proves(leaf, root)).isFalse();
      assertThat(new InclusionProof(-1, size, proof.path()).proves(leaf, root)).isFalse();
    }
  }

  @Test
  void aTreeThatWasRewrittenIsConsistentWithNothing() {
    GrownTree tree = new GrownTree();
    tree.grow(400 + random.nextInt(400), random);
    int size = tree.leaves.size();
    Hash root = tree.frontier.root();
    for (int i = 0; i < 200; i++) {
      int from = 1 + random.nextInt(size - 1);
      Hash older = tree.reader().root(from);
      ConsistencyProof proof = tree.reader().consistency(from, size);
      assertThat(proof.proves(older, root)).isTrue();
      assertThat(proof.proves(flip(older), root)).isFalse();
      assertThat(proof.proves(older, flip(root))).isFalse();
      assertThat(new ConsistencyProof(from, size, flipped(proof.path())).proves(older, root))
          .as("seed " + seed + ", " + from + " to " + size)
          .isFalse();
      assertThat(new ConsistencyProof(from, size, List.of()).proves(older, root)).isFalse();
      assertThat(new ConsistencyProof(size, from, proof.path()).proves(older, root)).isFalse();
    }
  }

  @Test
  void theEmptyTreeIsTheBeginningOfEveryTree() {
    GrownTree tree = new GrownTree();
    tree.grow(5, random);
    Hash empty = new TreeHasher().empty();
    assertThat(tree.reader().root(0)).isEqualTo(empty);
    ConsistencyProof proof = tree.reader().consistency(0, 5);
    assertThat(proof.proves(empty, tree.frontier.root())).isTrue();
    assertThat(proof.proves(flip(empty), tree.frontier.root())).isFalse();
  }

  @Test
  void whatIsNotInTheTreeCannotBeAskedFor() {
    GrownTree tree = new GrownTree();
    tree.grow(5, random);
    TreeReader reader = tree.reader();
    assertThatThrownBy(() -> reader.inclusion(5, 5)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> reader.inclusion(0, 6)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> reader.inclusion(-1, 5)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> reader.consistency(4, 3))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> reader.root(6)).isInstanceOf(IndexOutOfBoundsException.class);
    TreeReader cutOff = new TreeReader(tile -> new byte[4 * Hash.BYTES], 5);
    assertThatThrownBy(() -> cutOff.root(5)).isInstanceOf(TreeBrokenException.class);
  }

  @Test
  void aProofInALargeTreeNeedsFewTiles() {
    GrownTree tree = new GrownTree();
    tree.grow(140_000, random);
    int index = random.nextInt(140_000);
    List<Tile> asked = new ArrayList<>();
    TreeReader counting =
        new TreeReader(
            tile -> {
              asked.add(tile);
              byte[] full = tree.complete.get(tile);
              return full == null ? tree.frontier.last(tile.level()) : full;
            },
            140_000);
    assertThat(counting.inclusion(index, 140_000).path()).hasSizeBetween(12, 18);
    assertThat(asked).hasSizeLessThanOrEqualTo(6).doesNotHaveDuplicates();
  }

  private void assertIncluded(GrownTree tree, int index, int size) {
    List<byte[]> leaves = tree.leaves.subList(0, size);
    InclusionProof proof = tree.reader().inclusion(index, size);
    String what = "seed " + seed + ", leaf " + index + " of " + size;
    assertThat(proof.path()).as(what).isEqualTo(NaiveTree.path(index, leaves));
    Hash leaf = new TreeHasher().leaf(leaves.get(index));
    assertThat(proof.proves(leaf, NaiveTree.root(leaves))).as(what).isTrue();
  }

  private void assertConsistent(GrownTree tree, int from, int size) {
    List<byte[]> leaves = tree.leaves.subList(0, size);
    ConsistencyProof proof = tree.reader().consistency(from, size);
    String what = "seed " + seed + ", " + from + " to " + size;
    assertThat(proof.path()).as(what).isEqualTo(NaiveTree.proof(from, leaves));
    assertThat(proof.proves(NaiveTree.root(leaves.subList(0, from)), NaiveTree.root(leaves)))
        .as(what)
        .isTrue();
  }

  private List<Hash> flipped(List<Hash> path) {
    int which = random.nextInt(path.size());
    return Stream.concat(
            Stream.concat(path.stream().limit(which), Stream.of(flip(path.get(which)))),
            path.stream().skip(which + 1L))
        .toList();
  }

  private Hash flip(Hash hash) {
    byte[] bytes = hash.bytes();
    bytes[random.nextInt(Hash.BYTES)] ^= (byte) (1 << random.nextInt(8));
    return Hash.of(bytes);
  }

  private static String hex(Hash hash) {
    return HexFormat.of().formatHex(hash.bytes());
  }
}
