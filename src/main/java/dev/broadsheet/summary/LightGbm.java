package dev.broadsheet.summary;

import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMBooster.FeatureImportanceType;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Grows trees by LightGBM on one thread, so that the same rows always give the same trees. For
 * training only: the library is not in Broadsheet's jar.
 */
final class LightGbm {

  private static final String REPEATABLE =
      "num_threads=1 deterministic=true force_row_wise=true seed=1 verbose=-1 ";

  private LightGbm() {}

  /**
   * Grows trees.
   *
   * @param settings LightGBM's parameters, set apart by spaces
   * @throws IllegalStateException if LightGBM fails, with its message
   */
  static TreeEnsemble grow(Rows rows, String settings, int trees) {
    try (LGBMDataset data =
        LGBMDataset.createFromMat(
            rows.values(), rows.count(), rows.width(), true, REPEATABLE + "max_bin=63", null)) {
      data.setField("label", rows.labels());
      try (LGBMBooster booster = LGBMBooster.create(data, REPEATABLE + settings)) {
        for (int i = 0; i < trees; i++) {
          booster.updateOneIter();
        }
        return parse(booster.saveModelToString(0, 0, FeatureImportanceType.SPLIT));
      }
    } catch (LGBMException e) {
      throw new IllegalStateException("LightGBM could not train on " + rows.count() + " rows.", e);
    }
  }

  /** Reads the trees of a model in LightGBM's text form; none is deeper than an ensemble's. */
  static TreeEnsemble parse(String model) {
    List<Map<String, String>> trees = new ArrayList<>();
    for (String line : model.lines().toList()) {
      int equals = line.indexOf('=');
      if (line.startsWith("Tree=")) {
        trees.add(new HashMap<>());
      } else if (equals > 0 && !trees.isEmpty()) {
        trees
            .get(trees.size() - 1)
            .putIfAbsent(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    Forest forest = new Forest(trees.size());
    trees.forEach(forest::add);
    return forest.ensemble();
  }

  /** Trees made complete: a leaf that comes early is the left leaf under nodes that none passes. */
  private static final class Forest {
    private final byte[] features;
    private final float[] thresholds;
    private final float[] leaves;
    private int trees;

    Forest(int trees) {
      features = new byte[trees * TreeEnsemble.NODES];
      thresholds = new float[trees * TreeEnsemble.NODES];
      leaves = new float[trees * TreeEnsemble.LEAVES];
    }

    void add(Map<String, String> tree) {
      fill(tree, tree.get("num_leaves").equals("1") ? ~0 : 0, 0);
      trees++;
    }

    TreeEnsemble ensemble() {
      return new TreeEnsemble(features, thresholds, leaves);
    }

    /**
     * Copies what is under one of LightGBM's nodes.
     *
     * @param from the node, or the complement of a leaf
     * @param to its place in the complete tree
     */
    private void fill(Map<String, String> tree, int from, int to) {
      if (to >= TreeEnsemble.NODES) {
        int leaf = trees * TreeEnsemble.LEAVES + to - TreeEnsemble.NODES;
        leaves[leaf] = (float) value(tree, "leaf_value", ~from);
        return;
      }
      int node = trees * TreeEnsemble.NODES + to;
      features[node] = from < 0 ? 0 : (byte) value(tree, "split_feature", from);
      thresholds[node] =
          from < 0 ? Float.POSITIVE_INFINITY : notAbove(value(tree, "threshold", from));
      fill(tree, from < 0 ? from : (int) value(tree, "left_child", from), 2 * to + 1);
      fill(tree, from < 0 ? from : (int) value(tree, "right_child", from), 2 * to + 2);
    }

    private static double value(Map<String, String> tree, String key, int index) {
      return Double.parseDouble(tree.get(key).split(" ", -1)[index]);
    }

    /** The greatest float that is not above: no float falls on another side of it. */
    private static float notAbove(double threshold) {
      float nearest = (float) threshold;
      return nearest > threshold ? Math.nextDown(nearest) : nearest;
    }
  }
}
