using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>Finds the SQL text of a call, wherever its API takes it.</summary>
internal static class StatementTexts
{
    /// <summary>The text; null where it is made elsewhere, or the API takes none.</summary>
    public static StatementText? Of(IInvocationOperation call, DeleteApi api, SqlVerb verb, CancellationToken cancellation)
    {
        var text = api.TargetKind switch
        {
            DeleteTargetKind.SqlArgument => call.ArgumentFor(api.Target)?.Value,
            DeleteTargetKind.CommandArgument => call.ArgumentFor(api.Target) is { } command ? CommandTexts.Of(command.Value) : null,
            DeleteTargetKind.CommandText => call.Instance is { } receiver ? CommandTexts.Of(receiver is IConditionalAccessInstanceOperation access ? access.ConditionalReceiver() ?? receiver : receiver) : null,
            _ => null,
        };
        return text is null ? null : StatementText.Read(call, text, verb, cancellation);
    }
}
