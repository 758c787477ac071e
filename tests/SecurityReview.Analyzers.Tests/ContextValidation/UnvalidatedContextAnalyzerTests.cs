using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.ContextValidation.ContextCode;
using Verify = SecurityReview.Analyzers.Tests.Verifiers.Verify<SecurityReview.Analyzers.ContextValidation.UnvalidatedContextAnalyzer>;

namespace SecurityReview.Analyzers.Tests.ContextValidation;

/// <summary>Contexts that are trusted as they come.</summary>
public class UnvalidatedContextAnalyzerTests
{
    private const string Rule = RuleIds.ContextNotValidated;

    [Theory]
    [InlineData("public bool Owns(UserContext context, Doc doc) => doc.OwnerId == [|context.UserId|];")]
    [InlineData("internal bool Owns(UserContext context, Doc doc) { return string.Equals(doc.OwnerId, \"x\") || doc.OwnerId.Equals([|context.UserId|]); }")]
    [InlineData("public async Task<bool> OwnsAsync(UserContext context, Doc doc) { await Task.Yield(); return [|context.UserId|] == doc.OwnerId; }")]
    [InlineData("public bool Owns(Doc doc, UserContext context) { return Check(); bool Check() => doc.OwnerId == [|context.UserId|]; }")]
    [Clause(Rule, "passed-in", Verdict.Reports)]
    [Clause(Rule, "annotations", Verdict.Reports)]
    public Task PassedIn_Reports(string method) => Verify.ReportsAsync(Service(method));

    [Theory]
    [InlineData("private bool Owns(UserContext context, Doc doc) => doc.OwnerId == context.UserId;")]
    [InlineData("public bool Any(List<UserContext> all, Doc doc) => all.Any(context => context.UserId == doc.OwnerId);")]
    [Clause(Rule, "passed-in", Verdict.IsSilent)]
    public Task NobodyElsePassesIt_IsSilent(string method) => Verify.IsSilentAsync(Service(method));

    [Theory]
    [InlineData("public bool Owns(Doc doc) => doc.OwnerId == [|accessor.Context.UserId|];")]
    [InlineData("public bool Owns(Doc doc) { var context = accessor.GetContext(); return doc.OwnerId == [|context.UserId|]; }")]
    [Clause(Rule, "accessor", Verdict.Reports)]
    public Task FromAnAccessor_Reports(string method) => Verify.ReportsAsync(Service(method));

    [Fact]
    [Clause(Rule, "accessor", Verdict.IsSilent)]
    public Task FromAnAccessorAndChecked_IsSilent() =>
        Verify.IsSilentAsync(Service("public bool Owns(Doc doc) { var context = accessor.GetContext(); if (context.UserId is null) return false; return doc.OwnerId == context.UserId; }"));

    [Theory]
    [InlineData("public void Save(UserContext context, Doc doc) { if (doc.OwnerId != [|context.UserId|]) throw new UnauthorizedAccessException(); doc.Title = \"\"; }")]
    [InlineData("public string Title(UserContext context, Doc doc) => [|context.TenantId|] == doc.TenantId ? doc.Title : \"\";")]
    [Clause(Rule, "decision", Verdict.Reports)]
    public Task Decision_Reports(string method) => Verify.ReportsAsync(Service(method));

    [Theory]
    [InlineData("public void Fill(UserContext context, Doc doc) { doc.Title = context.UserId ?? \"\"; }")]
    [InlineData("public bool IsAdmin(UserContext context, Doc doc) => context.IsAdmin || doc.OwnerId == \"system\";")]
    [InlineData("public bool Same(UserContext context, Doc doc) => context.UserId == doc.Title;")]
    [Clause(Rule, "decision", Verdict.IsSilent)]
    public Task NoDecisionAboutAnOwner_IsSilent(string method) => Verify.IsSilentAsync(Service(method));

    [Theory]
    [InlineData("public Task<List<Doc>> ListAsync(UserContext context) => db.Docs.Where(d => d.OwnerId == [|context.UserId|]).ToListAsync();")]
    [InlineData("public Doc? Find(UserContext context, int id) { var me = context.UserId; return db.Docs.FirstOrDefault(d => d.Id == id && d.OwnerId == [|me|]); }")]
    [InlineData("public IQueryable<Doc> Mine(UserContext context) => from d in db.Docs where d.TenantId == [|context.TenantId|] select d;")]
    [Clause(Rule, "predicate", Verdict.Reports)]
    public Task Predicate_Reports(string method) => Verify.ReportsAsync(Service(method));

    [Fact]
    [Clause(Rule, "predicate", Verdict.IsSilent)]
    public Task OtherPredicate_IsSilent() =>
        Verify.IsSilentAsync(Service("public Task<List<Doc>> NamedAsync(UserContext context) => db.Docs.Where(d => d.Title == context.UserId).ToListAsync();"));

    [Theory]
    [InlineData("public bool Owns(UserContext context, Doc doc) { if (doc is null) return false; return doc.OwnerId == [|context.UserId|]; }")]
    [InlineData("public bool Owns(UserContext context, UserContext other, Doc doc) { if (other.UserId is null) return false; return doc.OwnerId == [|context.UserId|]; }")]
    [InlineData("public bool Owns(UserContext context, Doc doc) { ArgumentNullException.ThrowIfNull(doc); return doc.OwnerId == [|context.UserId|]; }")]
    [Clause(Rule, "guard", Verdict.Reports)]
    public Task SomethingElseIsChecked_Reports(string method) => Verify.ReportsAsync(Service(method));

    [Theory]
    [InlineData("public bool Owns(UserContext context, Doc doc) { if (string.IsNullOrEmpty(context.UserId)) throw new UnauthorizedAccessException(); return doc.OwnerId == context.UserId; }")]
    [InlineData("public bool Owns(UserContext context, Doc doc) => context.UserId is { Length: > 0 } && doc.OwnerId == context.UserId;")]
    [InlineData("public bool Owns(UserContext context, Doc doc) { ArgumentException.ThrowIfNullOrEmpty(context.UserId); return doc.OwnerId == context.UserId; }")]
    [InlineData("public bool Owns(UserContext context, Doc doc) { ContextValidator.Validate(context); return doc.OwnerId == context.UserId; }")]
    [InlineData("public bool Owns(UserContext context, Doc doc) { var me = context.UserId ?? throw new UnauthorizedAccessException(); return doc.OwnerId == me; }")]
    [Clause(Rule, "guard", Verdict.IsSilent)]
    public Task CheckedFirst_IsSilent(string method) => Verify.IsSilentAsync(Service(method));

    [Fact]
    [Clause(Rule, "callers", Verdict.Reports)]
    public Task OneCallerDoesNotCheck_Reports() =>
        Verify.ReportsAsync(Service(
            "internal bool Owns(UserContext context, Doc doc) => doc.OwnerId == [|context.UserId|];",
            "public sealed class Caller(DocService docs) { public bool A(UserContext c, Doc d) { if (c.UserId is null) return false; return docs.Owns(c, d); } public bool B(UserContext c, Doc d) => docs.Owns(c, d); }"));

    [Theory]
    [InlineData("public bool A(UserContext c, Doc d) { if (c.UserId is null) return false; return docs.Owns(c, d); }")]
    [InlineData("public bool A(string id, Doc d) => docs.Owns(new UserContext(id, null, false), d);")]
    [InlineData("public bool A(UserContext c, Doc d) { if (string.IsNullOrEmpty(c.UserId)) throw new UnauthorizedAccessException(); return B(c, d); } private bool B(UserContext c, Doc d) => docs.Owns(c, d);")]
    [Clause(Rule, "callers", Verdict.IsSilent)]
    public Task AllCallersCheck_IsSilent(string callers) =>
        Verify.IsSilentAsync(Service("internal bool Owns(UserContext context, Doc doc) => doc.OwnerId == context.UserId;", $"public sealed class Caller(DocService docs) {{ {callers} }}"));

    [Fact]
    [Clause(Rule, "value-type", Verdict.Reports)]
    public Task NullableValue_Reports() =>
        Verify.ReportsAsync(Service("public bool Same(UserContext context, Doc doc) { var same = doc.TenantId == [|context.TenantId|]; return same; }"));

    [Fact]
    [Clause(Rule, "value-type", Verdict.IsSilent)]
    public Task ValueThatIsGiven_IsSilent() =>
        Verify.IsSilentAsync(Service("public bool Same(GivenContext context, Doc doc) => doc.TenantId == context.TenantId;"));

    [Theory]
    [InlineData("public bool Owns(GivenContext? context, Doc doc) => [|context?.UserId|] == doc.OwnerId;")]
    [InlineData("#nullable disable\npublic bool Owns(OldContext context, Doc doc) => doc.OwnerId == [|context.UserId|];\npublic void Demand(OldContext context) { if (string.IsNullOrEmpty(context.UserId)) throw new UnauthorizedAccessException(); }\n#nullable restore")]
    public Task ContextThatMayBeNullAndCodeWithoutAnnotations_Report(string method) => Verify.ReportsAsync(Service(method, Old));

    [Theory]
    [InlineData("public bool Owns(GivenContext context, Doc doc) => doc.OwnerId == context.UserId;")]
    [InlineData("#nullable disable\npublic bool Owns(OldContext context, Doc doc) { if (context == null) throw new ArgumentNullException(nameof(context)); return doc.OwnerId == context.UserId; }\npublic void Demand(OldContext context) { if (string.IsNullOrEmpty(context.UserId)) throw new UnauthorizedAccessException(); }\n#nullable restore")]
    [InlineData("#nullable disable\npublic bool Owns(OldContext context, Doc doc) => doc.OwnerId == context.UserId;\n#nullable restore")]
    [Clause(Rule, "annotations", Verdict.IsSilent)]
    public Task AnnotationExcludesIt_IsSilent(string method) => Verify.IsSilentAsync(Service(method, Old));

    [Theory]
    [InlineData("public sealed class OwnContext { public OwnContext(string id) { UserId = id ?? throw new ArgumentNullException(nameof(id)); } public string? UserId { get; set; } public bool IsAdmin { get; } }")]
    [InlineData("public sealed class OwnContext { public OwnContext(string? id) { UserId = id; } public string? UserId { get; } public bool IsAdmin { get; } }")]
    [Clause(Rule, "constructor", Verdict.Reports)]
    public Task TypeThatDoesNotValidate_Reports(string type) => Verify.ReportsAsync(Service("public bool Owns(OwnContext context, Doc doc) => doc.OwnerId == [|context.UserId|];", type));

    [Fact]
    [Clause(Rule, "constructor", Verdict.IsSilent)]
    public Task TypeThatValidates_IsSilent() =>
        Verify.IsSilentAsync(Service(
            "public bool Owns(OwnContext context, Doc doc) => doc.OwnerId == context.UserId;",
            "public sealed class OwnContext { public OwnContext(string id) { ArgumentException.ThrowIfNullOrEmpty(id); UserId = id; } public string? UserId { get; } public bool IsAdmin { get; } }"));

    [Fact]
    [Clause(Rule, "first-use", Verdict.Reports)]
    public Task SecondUse_IsNotReportedAgain() =>
        Verify.ReportsAsync(Service("public bool May(UserContext context, Doc doc) { if (doc.TenantId != [|context.TenantId|]) return false; return doc.OwnerId == context.UserId || doc.OwnerId == context.UserId; }"));

    [Fact]
    [Clause(Rule, "first-use", Verdict.IsSilent)]
    public Task EveryUseIsChecked_IsSilent() =>
        Verify.IsSilentAsync(Service("public bool May(UserContext context, Doc doc) { if (context.TenantId is null || context.UserId is null) return false; return doc.TenantId == context.TenantId && doc.OwnerId == context.UserId; }"));

    [Fact]
    [Clause(Rule, "option-principal-types", Verdict.Reports)]
    public Task ConfiguredType_Reports() =>
        Verify.ReportsAsync(Service("public bool Owns(Baggage bag, Doc doc) => doc.OwnerId == [|bag.UserId|];", Bag), Setting.Default with { Options = "security_review.principal_types = Baggage" });

    [Fact]
    [Clause(Rule, "option-principal-types", Verdict.IsSilent)]
    public Task TypeThatIsNotConfigured_IsSilent() =>
        Verify.IsSilentAsync(Service("public bool Owns(Baggage bag, Doc doc) => doc.OwnerId == bag.UserId;", Bag));

    [Fact]
    [Clause(Rule, "option-ownership-keys", Verdict.Reports)]
    public Task ConfiguredKey_Reports() =>
        Verify.ReportsAsync(Service("public bool Farms(UserContext context, Doc doc) => doc.FarmId == [|context.UserId|];"), Setting.Default with { Options = "security_review.ownership_keys = FarmId" });

    [Fact]
    [Clause(Rule, "option-ownership-keys", Verdict.IsSilent)]
    public Task KeyThatIsNotConfigured_IsSilent() => Verify.IsSilentAsync(Service("public bool Farms(UserContext context, Doc doc) => doc.FarmId == context.UserId;"));

    [Theory]
    [InlineData("public bool Owns(UserContext context, Doc doc) => doc.OwnerId == context.")]
    [InlineData("public bool Owns(UserContext, Doc doc) { if (doc.OwnerId == context.UserId }")]
    [InlineData("public bool Owns(UserContext context, Doc doc) { return Owns(context, doc) && doc.OwnerId == context.UserId; } public bool Id => User.FindFirst(!.Value;")]
    public Task HalfTyped_Runs(string members) => Verify.RunsAsync(Service(members));

    private const string Old = """
        #nullable disable
        public class OldContext { public string UserId { get; set; } public bool IsAdmin { get; set; } }
        #nullable restore
        """;

    private const string Bag = "public sealed class Baggage { public string? UserId { get; set; } public string Color { get; set; } = \"\"; }";
}
