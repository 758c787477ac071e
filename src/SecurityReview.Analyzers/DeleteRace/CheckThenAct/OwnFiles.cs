using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace.CheckThenAct;

/// <summary>Temporary files: nobody else knows their names, so nobody is faster.</summary>
internal static class OwnFiles
{
    private static readonly string[] s_makers = ["GetTempFileName", "GetTempPath", "GetRandomFileName", "CreateTempSubdirectory", "NewGuid"];

    public static bool Contain(StoreAct act, IOperation operation) =>
        act.Resource is { Kind: ResourceKind.File or ResourceKind.Directory, SingleKey: { } key } && (IsNamedSo(key) || operation.DescendantsAndSelf().Any(IsMadeSo));

    private static bool IsNamedSo(string key) =>
        NameWords.Of(key).Any(word => word is "Temp" or "temp" or "Tmp" or "tmp" or "Temporary" or "temporary" or "Scratch" or "scratch") || s_makers.Any(key.Contains);

    private static bool IsMadeSo(IOperation operation) =>
        operation is ILocalReferenceOperation local && (IsNamedSo(local.Local.Name) || IsMadeBy(local));

    private static bool IsMadeBy(ILocalReferenceOperation local) =>
        SingleAssignment.ValueOf(local.Local, local) is { } value
        && value.DescendantsAndSelf().Any(inner => inner is IInvocationOperation call ? s_makers.Contains(call.TargetMethod.Name) : IsMadeSo(inner));
}
