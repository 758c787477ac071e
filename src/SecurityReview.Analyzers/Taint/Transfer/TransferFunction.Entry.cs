using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Taint.Guards;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <content>What holds when a body begins.</content>
internal sealed partial class TransferFunction
{
    /// <summary>The temporaries that conditions look at.</summary>
    private readonly HashSet<CaptureId> _tested = new();

    /// <summary>
    /// Puts what is there from outside into the state, so that a branch that changes it differs from one that does not, and notes which of it
    /// decides branches.
    /// </summary>
    public void Enter()
    {
        foreach (var parameter in (_unit.Symbol as IMethodSymbol)?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty)
        {
            if (State[parameter] is null)
                State = State.With(parameter, parameter.RefKind == RefKind.Out ? AbstractValue.Clean : Symbolic(parameter, parameter.Type));
            if (_barrier.CanCarryText(parameter.Type))
                State = State.With(new VouchedParameter(parameter), VouchedParameter.No);
            if (parameter.IsPrimary())
                State = State.WriteSlot(This, parameter.Name, State[parameter]!);
        }

        EnterBoundProperties();
        foreach (var block in _unit.Graph.Blocks)
        {
            foreach (var operation in block.AllOperations())
                EnterOutside(operation);
            if (block.IsConditional())
                ConsultIn(block.BranchValue!);
        }

        ConsultInCaptured();
    }

    /// <summary>A variable from outside that the body uses has the value that it had there.</summary>
    private void EnterOutside(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation { Local: var local } when State[local] is null && !_unit.Owns(local):
                State = State.With(local, Symbolic(local, local.Type));
                break;
            case IParameterReferenceOperation { Parameter: var parameter } when State[parameter] is null && !_unit.Owns(parameter) && !parameter.IsPrimary():
                State = State.With(parameter, Symbolic(parameter, parameter.Type));
                break;
            case IFieldReferenceOperation { Field: { IsStatic: true, IsConst: false } field } when State[field] is null && IsTarget(operation):
                State = State.With(field, ReadStatic(field, field.Type));
                break;
            case IPropertyReferenceOperation { Property: { IsStatic: true } property } when State[property] is null && IsTarget(operation):
                State = State.With(property, ReadStatic(property, property.Type));
                break;
        }
    }

    private static bool IsTarget(IOperation operation) => operation.Parent switch
    {
        IAssignmentOperation assignment => ReferenceEquals(assignment.Target, operation),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } or IFlowCaptureOperation or IIncrementOrDecrementOperation or ITupleOperation => true,
        _ => false,
    };

    /// <summary>What from outside a condition looks at: a caller that knows its constant knows which way the branch goes.</summary>
    private void ConsultIn(IOperation condition)
    {
        foreach (var operation in condition.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IInvocationOperation { TargetMethod.Name: "Contains" or "IndexOf" } call when AllowListCalls.CollectionOf(call)?.Unwrap() is IParameterReferenceOperation { Parameter: var allowed }:
                    Consulted.Add(new SymbolicOrigin(allowed, new AccessPath(null, HeapSlot.AnyElement)));
                    break;
                case IFlowCaptureReferenceOperation reference when MayBeFlag(reference.Type):
                    _tested.Add(reference.Id);
                    break;
                case IParameterReferenceOperation { Parameter: var parameter } when MayBeFlag(parameter.Type) && !parameter.IsPrimary():
                    Consulted.Add(new SymbolicOrigin(parameter, null));
                    break;
                case IFieldReferenceOperation { Field: { IsStatic: true, IsConst: false } field } when MayBeFlag(field.Type) && IsOpen(field):
                    Consulted.Add(new SymbolicOrigin(field, null));
                    break;
                case IPropertyReferenceOperation { Property: { IsStatic: true } property } when MayBeFlag(property.Type) && IsOpen(property):
                    Consulted.Add(new SymbolicOrigin(property, null));
                    break;
                case IMemberReferenceOperation { Instance: IInstanceReferenceOperation, Member: IFieldSymbol or IPropertySymbol } own when MayBeFlag(own.Type) && IsOpen(own.Member):
                    Consulted.Add(new SymbolicOrigin(_unit.Member, new AccessPath(null, SlotName(own.Member))));
                    break;
                case IMemberReferenceOperation { Instance: IParameterReferenceOperation { Parameter: var holder }, Member: IFieldSymbol or IPropertySymbol } member when MayBeFlag(member.Type):
                    Consulted.Add(new SymbolicOrigin(holder, new AccessPath(null, SlotName(member.Member))));
                    break;
            }
        }
    }

    /// <summary>A <c>switch</c> looks at a temporary that the graph has put the value in before.</summary>
    private void ConsultInCaptured()
    {
        if (_tested.Count == 0)
            return;
        foreach (var capture in _unit.Graph.Blocks.SelectMany(static block => block.Operations).OfType<IFlowCaptureOperation>())
        {
            if (_tested.Contains(capture.Id))
                ConsultIn(capture.Value);
        }
    }

    private bool IsOpen(ISymbol member) =>
        !member.DeclaringSyntaxReferences.IsEmpty && !_context.Constants.Of(member, _context.Cancellation).IsKnown;

    /// <summary>Types whose constants decide branches.</summary>
    private static bool MayBeFlag(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Enum } or { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_UInt64 or SpecialType.System_String };

    /// <summary>Properties that the framework has filled from the request before the body runs.</summary>
    private void EnterBoundProperties()
    {
        if (_unit.Symbol is not IMethodSymbol body)
            return;
        foreach (var (property, source, _) in BoundProperties.Of(_context.Types, _context.Models).FilledIn(body))
        {
            var slot = new HeapSlot(new HeapObject.Passed(new SymbolicOrigin(_unit.Member, null)), property.Name);
            if (State[slot] is not null || !_barrier.CanCarryText(property.Type) || property.DeclaringSyntaxReferences.FirstOrDefault() is not { } declaration)
                continue;
            var value = AbstractValue.OfOrigin(source);
            State = State.With(slot, HasIdentity(property.Type) ? value.WithObject(new HeapObject.Allocation(declaration.GetSyntax(_context.Cancellation))) : value);
        }
    }
}
