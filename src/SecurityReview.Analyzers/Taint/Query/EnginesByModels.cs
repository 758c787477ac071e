using System.Collections.Concurrent;
using SecurityReview.Analyzers.Taint.Modelling;

namespace SecurityReview.Analyzers.Taint.Query;

/// <summary>
/// The engines of a compilation, one per contents of the model files of the user: whoever edits such a file in the IDE gets new options
/// for the same compilation.
/// </summary>
internal sealed class EnginesByModels(KnownTypes types)
{
    private readonly ConcurrentDictionary<string, TaintEngine> _engines = new(StringComparer.Ordinal);

    public TaintEngine For(UserModels models, Func<KnownTypes, ModelSet, TaintEngine> create) =>
        _engines.GetOrAdd(models.Key, _ => create(types, new ModelSet(BuiltInModels.Rows.Concat(models.Rows))));
}
