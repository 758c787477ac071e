using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.DeleteRace.Protection;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace.OneTime;

/// <summary>Finds credentials that two requests can both use, because each reads it before either has used it up.</summary>
internal sealed class OneTimeJudge
{
    private static readonly string[] s_conflicts =
    [
        "Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException", "System.Data.Entity.Infrastructure.DbUpdateConcurrencyException",
    ];

    private readonly Consumptions _consumptions;
    private readonly CredentialUse _use;
    private readonly CredentialSaves _saves;
    private readonly ConcurrencyTokens _tokens;
    private readonly Transactions _transactions;
    private readonly HandledExceptions _handled;
    private readonly CleanUpCode _cleanUp;

    private OneTimeJudge(KnownTypes types)
    {
        _consumptions = new Consumptions(types);
        _use = new CredentialUse(types);
        _saves = new CredentialSaves(types);
        _tokens = ConcurrencyTokens.Of(types);
        _transactions = Transactions.Of(types);
        _handled = new HandledExceptions(types);
        _cleanUp = new CleanUpCode(types);
    }

    public static OneTimeJudge Of(KnownTypes types) => types.Fact(static key => new OneTimeJudge(key));

    /// <summary>The words without one of which a body uses nothing up.</summary>
    public BodyWords Words => _consumptions.Words;

    /// <summary>The consumption that an operation is, with the read before it; null where nothing is wrong.</summary>
    public (Consumption Consumption, IOperation Read)? Judge(OperationContext context)
    {
        var (operation, member, cancellation) = (context.Operation, context.ContainingSymbol, context.CancellationToken);
        if (!_consumptions.MayBe(operation))
            return null;
        var vocabulary = CredentialVocabulary.For(context.Options, operation.Syntax.SyntaxTree);
        if (_consumptions.Read(operation, vocabulary, cancellation) is not { } consumption || CredentialReads.Before(consumption) is not { } read)
            return null;
        if (!IsUnchecked(consumption, read, member, cancellation) || !_use.Happens(consumption, member) || _cleanUp.Contains(operation, member) || Refuses(operation) || IsReplaced(consumption))
            return null;
        return IsFirst(consumption, vocabulary, cancellation) && !Isolation.Protects(operation, member, cancellation) ? (consumption, read) : null;
    }

    private bool IsUnchecked(Consumption consumption, IOperation read, ISymbol member, CancellationToken cancellation)
    {
        switch (consumption.Kind)
        {
            case ConsumptionKind.Mark:
                return !(consumption.Entity is { } entity && _tokens.Guard(entity)) && _saves.After(consumption) is { } save && !_saves.IsVersioned(save, member)
                    && !_handled.CoverHere(save, s_conflicts);
            case ConsumptionKind.TrackedRemoval:
                return HasEffectBefore(consumption, read) && !_transactions.Contain(consumption.Act, member, cancellation)
                    && !(_saves.After(consumption) is { } later && _handled.CoverHere(later, s_conflicts));
            case ConsumptionKind.Update:
                return !consumption.IsConditional || IgnoredResult.Is(consumption.Act, member);
            case ConsumptionKind.Entry when consumption.Act is IInvocationOperation { TargetMethod.ReturnsVoid: false } call && !IgnoredResult.Is(call, member):
                return call.TargetMethod.ReturnType.UnwrapTask() is { SpecialType: SpecialType.None };
            case ConsumptionKind.Entry:
                return !ReadsRemoved((IInvocationOperation)consumption.Act);
            default:
                return IgnoredResult.Is(consumption.Act, member);
        }
    }

    /// <summary>Whether anything is there for good between the read and the removal.</summary>
    private bool HasEffectBefore(Consumption consumption, IOperation read) =>
        FunctionBody.Operations(FunctionBody.Of(consumption.Act)).OfType<IInvocationOperation>()
            .Any(call => call.Syntax.SpanStart > read.Syntax.Span.End && call.Syntax.Span.End < consumption.Act.Syntax.SpanStart && _use.IsImmediate(call));

    /// <summary><c>map.TryRemove(key, out var code)</c> whose code is looked at afterwards.</summary>
    private static bool ReadsRemoved(IInvocationOperation call)
    {
        var removed = call.Arguments.Where(static argument => argument.Parameter?.RefKind == RefKind.Out).SelectMany(static argument => argument.Value.DescendantsAndSelf())
            .OfType<ILocalReferenceOperation>().FirstOrDefault();
        return removed is not null && call.Root().DescendantsAndSelf().OfType<ILocalReferenceOperation>()
            .Any(use => use.Syntax.SpanStart > call.Syntax.Span.End && SymbolEqualityComparer.Default.Equals(use.Local, removed.Local));
    }

    /// <summary>Whether the credential is taken away from somebody who is turned away.</summary>
    private static bool Refuses(IOperation act)
    {
        var block = Surroundings.Around(act).Select(static around => around.Parent).OfType<IBlockOperation>().FirstOrDefault();
        if (block is null || block.Parent is not (IConditionalOperation or ISwitchCaseOperation or ILoopOperation))
            return false;
        return block.Operations.LastOrDefault() switch
        {
            IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation } => true,
            IReturnOperation { ReturnedValue: { } value } => DenyExit.Denies(value),
            _ => false,
        };
    }

    /// <summary>Whether the function makes a new one of the kind, so that the old one only gives way. Of tokens that are exchanged, that is the use.</summary>
    private static bool IsReplaced(Consumption consumption) =>
        !CredentialNames.IsRefresh(consumption.Name)
        && (Replacement.Follows(consumption.Act, new DeleteScope(consumption.Name, IsSingleRow: true, consumption.Table))
            || (consumption.Entity is { } entity && FunctionBody.Operations(FunctionBody.Of(consumption.Act)).OfType<IObjectCreationOperation>().Any(made => SymbolEqualityComparer.Default.Equals(made.Type, entity))));

    /// <summary>One credential is marked by several members, or deleted behind the mark: one finding.</summary>
    private bool IsFirst(Consumption consumption, CredentialVocabulary vocabulary, CancellationToken cancellation) =>
        consumption.Object is not { } local
        || !FunctionBody.Operations(FunctionBody.Of(consumption.Act)).TakeWhile(operation => !ReferenceEquals(operation, consumption.Act))
            .Any(operation => _consumptions.MayBe(operation) && _consumptions.Read(operation, vocabulary, cancellation) is { } earlier
                && earlier.Kind == consumption.Kind && SymbolEqualityComparer.Default.Equals(earlier.Object, local) && !Refuses(operation));
}
