using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.DeleteRace;

public class OneTimeCredentialAnalyzerTests
{
    private const string FindToken = "var token = await db.ResetTokens.FirstOrDefaultAsync(t => t.Value == value && !t.Used, ct); if (token is null) return BadRequest(); ";
    private const string FindInvite = "var invite = await db.Invites.SingleOrDefaultAsync(i => i.Code == code, ct); if (invite == null) return NotFound(); ";

    [Theory]
    [InlineData(FindToken + "(await db.Members.FindAsync(token.MemberId))!.PasswordHash = value; token.[|Used|] = true; await db.SaveChangesAsync(ct); return Ok();")]
    [InlineData(FindInvite + "db.Members.Add(new Member { Name = value }); invite.[|AcceptedAt|] = DateTime.UtcNow; invite.AcceptedBy = value; await db.SaveChangesAsync(ct); return Ok();")]
    [InlineData("var card = db.GiftCards.Find(id) ?? throw new KeyNotFoundException(); if (card.Status == CardState.Redeemed) return Conflict(); await accounts.CreditAsync(id, card.Amount); card.[|Status|] = CardState.Redeemed; db.SaveChanges(); return Ok();")]
    [InlineData("var card = await db.GiftCards.FindAsync(id); if (card is not { IsActive: true }) return Conflict(); await accounts.CreditAsync(id, card.Amount); card.[|IsActive|] = false; await db.SaveChangesAsync(ct); return Ok();")]
    [InlineData("if (await db.ResetTokens.FirstOrDefaultAsync(t => t.Value == value, ct) is not { Used: false } token) return BadRequest(); var member = await accounts.GetAsync(token.MemberId); member.PasswordHash = value; token.[|UsedAt|] = DateTime.UtcNow; await db.SaveChangesAsync(ct); return Ok();")]
    [InlineData("var card = await db.GiftCards.SingleAsync(c => c.Id == id, ct); card.[|Redeem|](id); await accounts.CreditAsync(id, card.Amount); await db.SaveChangesAsync(ct); return Ok();")]
    [InlineData("var token = await tokens.FindAsync(value); if (token == null || token.Used) return BadRequest(); (await accounts.GetAsync(token.MemberId)).PasswordHash = value; token.[|Used|] = true; await tokens.UpdateAsync(token); return Ok();")]
    [Clause(RuleIds.OneTimeCredential, "mark", Verdict.Reports)]
    public Task MarkedBehindTheUse_Reports(string body) => ReportsAsync(body);

    [Theory]
    [InlineData(FindToken + "(await db.Members.FindAsync(token.MemberId))!.PasswordHash = value; token.[|Used|] = true; try { await db.SaveChangesAsync(ct); } catch (TimeoutException) { return Conflict(); } return Ok();")]
    [InlineData(FindToken + "var ballot = await db.Ballots.FindAsync(id); ballot!.Version++; token.[|Used|] = true; await db.SaveChangesAsync(ct); return Ok();")]
    [Clause(RuleIds.OneTimeCredential, "version", Verdict.Reports)]
    public Task VersionOfSomethingElse_Reports(string body) => ReportsAsync(body);

    [Theory]
    [InlineData("var member = await db.Members.FindAsync(id); if (member is null) return NotFound(); member.EmailConfirmed = true; await db.SaveChangesAsync(ct); return Ok();")]
    [InlineData("var token = new ResetToken { Value = value }; token.Used = false; db.ResetTokens.Add(token); await db.SaveChangesAsync(ct); return Ok();")]
    [InlineData(FindToken + "token.Used = false; await db.SaveChangesAsync(ct); return Ok();")]
    [InlineData(FindToken + "token.Used = true; return Ok(token);")]
    [InlineData("foreach (var token in db.ResetTokens.Where(t => t.MemberId == id)) token.Used = true; await accounts.CreditAsync(id, 1); await db.SaveChangesAsync(ct); return Ok();")]
    [InlineData(FindToken + "if (token.Expires < DateTime.UtcNow) { token.Used = true; await db.SaveChangesAsync(ct); return BadRequest(); } return Ok();")]
    [Clause(RuleIds.OneTimeCredential, "mark", Verdict.IsSilent)]
    public Task OtherAssignment_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [InlineData(FindInvite + "db.Members.Add(new Member { Name = value }); await db.SaveChangesAsync(ct); await db.Invites.Where(i => i.Id == invite.Id).[|ExecuteDeleteAsync|](ct); return Ok();")]
    [InlineData("var amount = await connection.QuerySingleOrDefaultAsync<int>(\"SELECT amount FROM vouchers WHERE code = @code\", new { code }); if (amount == 0) return NotFound(); await accounts.CreditAsync(id, amount); await connection.[|ExecuteAsync|](\"DELETE FROM vouchers WHERE code = @code\", new { code }); return Ok();")]
    [InlineData("if (!await db.Invites.AnyAsync(i => i.Code == code, ct)) return NotFound(); db.Members.Add(new Member()); await db.SaveChangesAsync(ct); await db.Invites.Where(i => i.Code == code).[|ExecuteDeleteAsync|](ct); return Ok();")]
    [Clause(RuleIds.OneTimeCredential, "delete", Verdict.Reports)]
    public Task DeletedBehindTheUse_Reports(string body) => ReportsAsync(body);

    [Theory]
    [InlineData(FindInvite + "await users.CreateAsync(new Member { Name = value }); db.Invites.[|Remove|](invite); await db.SaveChangesAsync(ct); return Ok();")]
    [InlineData(FindInvite + "db.Members.Add(new Member { Name = value }); await db.SaveChangesAsync(ct); db.[|Remove|](invite); await db.SaveChangesAsync(ct); return Ok();")]
    [Clause(RuleIds.OneTimeCredential, "tracked-together", Verdict.Reports)]
    public Task TrackedRemovalSavedApart_Reports(string body) => ReportsAsync(body);

    [Theory]
    [InlineData(FindInvite + "await db.Invites.Where(i => i.Id == invite.Id).[|ExecuteDeleteAsync|](ct); db.Members.Add(new Member { Name = value }); await db.SaveChangesAsync(ct); return Ok();")]
    [Clause(RuleIds.OneTimeCredential, "consume-first", Verdict.Reports)]
    public Task ConsumedFirstWithoutATest_Reports(string body) => ReportsAsync(body);

    [Theory]
    [InlineData(FindInvite + "db.Members.Add(new Member { Name = value }); db.Invites.Remove(invite); await db.SaveChangesAsync(ct); return Ok();")]
    [InlineData(FindInvite + "db.Invites.Remove(invite); await db.SaveChangesAsync(ct); await users.CreateAsync(new Member { Name = value }); return Ok();")]
    [InlineData(FindInvite + "await using var transaction = await db.Database.BeginTransactionAsync(ct); await users.CreateAsync(new Member()); db.Invites.Remove(invite); await db.SaveChangesAsync(ct); await transaction.CommitAsync(ct); return Ok();")]
    [InlineData(FindInvite + "await users.CreateAsync(new Member()); try { db.Invites.Remove(invite); await db.SaveChangesAsync(ct); } catch (DbUpdateConcurrencyException) { return Conflict(); } return Ok();")]
    [Clause(RuleIds.OneTimeCredential, "tracked-together", Verdict.IsSilent)]
    public Task TrackedRemovalSavedTogether_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [InlineData(FindInvite + "if (await db.Invites.Where(i => i.Id == invite.Id).ExecuteDeleteAsync(ct) == 0) return Conflict(); db.Members.Add(new Member()); await db.SaveChangesAsync(ct); return Ok();")]
    [InlineData("if (await db.Invites.Where(i => i.Code == code).ExecuteDeleteAsync(ct) == 0) return NotFound(); db.Members.Add(new Member()); await db.SaveChangesAsync(ct); return Ok();")]
    [InlineData("if (await connection.ExecuteScalarAsync<int>(\"SELECT 1 FROM vouchers WHERE code = @code\", new { code }) == 0) return NotFound(); if (await connection.ExecuteAsync(\"DELETE FROM vouchers WHERE code = @code\", new { code }) != 1) return Conflict(); await accounts.CreditAsync(id, 1); return Ok();")]
    [Clause(RuleIds.OneTimeCredential, "delete", Verdict.IsSilent)]
    public Task DeletedFirst_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [InlineData(FindToken + "var used = await db.ResetTokens.Where(t => t.Id == token.Id && !t.Used).ExecuteUpdateAsync(s => s.SetProperty(t => t.Used, true), ct); if (used != 1) return Conflict(); await accounts.CreditAsync(id, 1); return Ok();")]
    [InlineData("var rows = await connection.ExecuteAsync(\"UPDATE vouchers SET used = 1 WHERE code = @code AND used = 0\", new { code }); if (rows == 0) return NotFound(); await accounts.CreditAsync(id, 1); return Ok();")]
    [Clause(RuleIds.OneTimeCredential, "update", Verdict.IsSilent)]
    public Task UpdatedFirst_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [InlineData("var token = await tokens.FindAsync(value); if (token is null || token.Used) return BadRequest(); token.Used = true; if (!await tokens.TryUpdateAsync(token)) return Conflict(); await accounts.CreditAsync(id, 1); return Ok();")]
    [InlineData(FindInvite + "var rows = await db.Invites.Where(i => i.Id == invite.Id).ExecuteDeleteAsync(ct); if (rows != 1) return Conflict(); db.Members.Add(new Member()); await db.SaveChangesAsync(ct); return Ok();")]
    [Clause(RuleIds.OneTimeCredential, "consume-first", Verdict.IsSilent)]
    public Task ConsumedFirstWithATest_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [InlineData(FindToken + "await accounts.CreditAsync(id, 1); await db.ResetTokens.Where(t => t.Id == token.Id && !t.Used).[|ExecuteUpdateAsync|](s => s.SetProperty(t => t.Used, true), ct); return Ok();")]
    [InlineData(FindToken + "if (await db.ResetTokens.Where(t => t.Id == token.Id).[|ExecuteUpdateAsync|](s => s.SetProperty(t => t.UsedAt, DateTime.UtcNow), ct) == 0) return Conflict(); await accounts.CreditAsync(id, 1); return Ok();")]
    [InlineData("var amount = await connection.QuerySingleOrDefaultAsync<int>(\"SELECT amount FROM coupons WHERE code = @code AND used_at IS NULL\", new { code }); await accounts.CreditAsync(id, amount); await connection.[|ExecuteAsync|](\"UPDATE coupons SET used_at = @now WHERE code = @code\", new { code, now = DateTime.UtcNow }); return Ok();")]
    [Clause(RuleIds.OneTimeCredential, "update", Verdict.Reports)]
    public Task UpdateThatIsUnchecked_Reports(string body) => ReportsAsync(body);

    [Theory]
    [InlineData("var stored = await cache.GetStringAsync($\"otp:{id}\", ct); if (stored != code) return Unauthorized(); await cache.[|RemoveAsync|]($\"otp:{id}\", ct); return Ok();")]
    [InlineData("var key = \"reset-code-\" + id; if (!memory.TryGetValue(key, out string? stored) || stored != code) return BadRequest(); memory.[|Remove|](key); return Ok();")]
    [InlineData("if (!s_codes.TryGetValue(\"otp\" + id, out var stored) || stored != code) return BadRequest(); s_codes.[|TryRemove|](\"otp\" + id, out _); return Ok();")]
    [InlineData("var nonceKey = \"n:\" + code; var stored = await redis.StringGetAsync(nonceKey); if (stored.IsNull) return BadRequest(); await redis.[|KeyDeleteAsync|](nonceKey); return Ok();")]
    [Clause(RuleIds.OneTimeCredential, "entry", Verdict.Reports)]
    public Task EntryReadAndRemoved_Reports(string body) => ReportsAsync(body);

    [Theory]
    [InlineData("var product = await cache.GetStringAsync($\"product:{id}\", ct); await cache.RemoveAsync($\"product:{id}\", ct); return Ok(product);")]
    [InlineData("await cache.RemoveAsync($\"otp:{id}\", ct); return Ok();")]
    [InlineData("if (!s_codes.TryRemove(\"otp\" + id, out var stored) || stored != code) return BadRequest(); return Ok();")]
    [InlineData("s_codes.TryGetValue(\"otp\" + id, out var seen); s_codes.TryRemove(\"otp\" + id, out var stored); return stored == code ? Ok(seen) : BadRequest();")]
    [InlineData("var stored = await redis.StringGetAsync(\"otp:\" + id); if (stored != code || !await redis.KeyDeleteAsync(\"otp:\" + id)) return BadRequest(); return Ok();")]
    [InlineData("var stored = await redis.StringGetDeleteAsync(\"otp:\" + id); return stored == code ? Ok() : BadRequest();")]
    [InlineData("var attempts = id; var stored = await cache.GetStringAsync(\"otp:\" + id, ct); if (attempts > 3) { await cache.RemoveAsync(\"otp:\" + id, ct); return BadRequest(); } return stored == code ? Ok() : BadRequest();")]
    [InlineData("var token = memory.Get<string>(\"access_token\"); if (token is null) return BadRequest(); memory.Remove(\"access_token\"); return Ok();")]
    [Clause(RuleIds.OneTimeCredential, "entry", Verdict.IsSilent)]
    public Task OtherEntry_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [InlineData("public async Task Revoke(int id) { var invite = await db.Invites.FindAsync(id) ?? throw new KeyNotFoundException(); invite.AcceptedAt = DateTime.MinValue; logger.LogInformation(\"{Id}\", id); await db.SaveChangesAsync(); }")]
    [InlineData("public async Task CreateTokenAsync(int id) { var old = await db.ResetTokens.FirstOrDefaultAsync(t => t.MemberId == id); if (old != null) old.Used = true; db.ResetTokens.Add(new ResetToken { MemberId = id }); await accounts.CreditAsync(id, 0); await db.SaveChangesAsync(); }")]
    [InlineData("public async Task<bool> MarkAsync(int id) { var token = await db.ResetTokens.FindAsync(id); if (token is null) return false; token.Used = true; await db.SaveChangesAsync(); return true; }")]
    [InlineData("public async Task PurgeAsync(int id) { var invite = await db.Invites.FindAsync(id); await accounts.CreditAsync(id, 1); await db.Invites.Where(i => i.Id == invite!.Id).ExecuteDeleteAsync(); }")]
    [Clause(RuleIds.OneTimeCredential, "use", Verdict.IsSilent)]
    public Task Administration_IsSilent(string member) => Verify<OneTimeCredentialAnalyzer>.IsSilentAsync(OneTimeCode.In(member));

    [Theory]
    [InlineData("public async Task<bool> VerifyAsync(string value) { var token = await db.ResetTokens.FirstOrDefaultAsync(t => t.Value == value && !t.Used); if (token is null) return false; token.[|Used|] = true; await db.SaveChangesAsync(); return true; }")]
    [InlineData("public async Task HandleAsync(string value, int id) { var token = await db.ResetTokens.FirstAsync(t => t.Value == value && !t.Used); await accounts.CreditAsync(id, 3); token.[|Used|] = true; await db.SaveChangesAsync(); }")]
    [InlineData("public async Task<string?> RotateAsync(string value) { var token = await db.RefreshTokens.SingleOrDefaultAsync(t => t.Value == value); if (token?.Revoked != null) return null; token!.[|Revoked|] = DateTime.UtcNow; db.RefreshTokens.Add(new RefreshToken { Value = value + \"2\" }); await db.SaveChangesAsync(); return value; }")]
    [Clause(RuleIds.OneTimeCredential, "use", Verdict.Reports)]
    public Task Use_Reports(string member) => Verify<OneTimeCredentialAnalyzer>.ReportsAsync(OneTimeCode.In(member));

    [Theory]
    [InlineData("await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, ct); " + FindToken + "await accounts.CreditAsync(id, 1); token.Used = true; await db.SaveChangesAsync(ct); await transaction.CommitAsync(ct); return Ok();")]
    [InlineData("await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct); " + FindToken + "await accounts.CreditAsync(id, 1); token.Used = true; await db.SaveChangesAsync(ct); await transaction.CommitAsync(ct); return Ok();")]
    [InlineData("lock (s_codes) { if (!s_codes.TryGetValue(\"otp\" + id, out var stored) || stored != code) return BadRequest(); s_codes.TryRemove(\"otp\" + id, out _); return Ok(); }")]
    [InlineData("var token = await db.ResetTokens.FromSql($\"SELECT * FROM ResetTokens WHERE Value = {value} FOR UPDATE\").FirstAsync(ct); await accounts.CreditAsync(id, 1); token.Used = true; await db.SaveChangesAsync(ct); return Ok();")]
    [Clause(RuleIds.OneTimeCredential, "isolation", Verdict.IsSilent)]
    public Task Isolated_IsSilent(string body) => IsSilentAsync(body);

    [Fact]
    [Clause(RuleIds.OneTimeCredential, "isolation", Verdict.Reports)]
    public Task PlainTransaction_Reports() =>
        ReportsAsync("await using var transaction = await db.Database.BeginTransactionAsync(ct); " + FindToken + "await accounts.CreditAsync(id, 1); token.[|Used|] = true; await db.SaveChangesAsync(ct); await transaction.CommitAsync(ct); return Ok();");

    [Theory]
    [InlineData("var ballot = await db.Ballots.FirstOrDefaultAsync(b => b.Code == code, ct); if (ballot is not { Used: false }) return NotFound(); await accounts.CreditAsync(id, 1); ballot.Used = true; await db.SaveChangesAsync(ct); return Ok();")]
    [InlineData(FindToken + "await accounts.CreditAsync(id, 1); token.Used = true; try { await db.SaveChangesAsync(ct); } catch (DbUpdateException) { return Conflict(); } return Ok();")]
    [Clause(RuleIds.OneTimeCredential, "version", Verdict.IsSilent)]
    public Task Versioned_IsSilent(string body) => IsSilentAsync(body);

    private const string Board = "var pass = await db.Passes.FindAsync(id); if (pass is not { Boarded: false }) return NotFound(); await accounts.CreditAsync(id, 1); db.Passes.[|Remove|](pass); await db.SaveChangesAsync(ct); return Ok();";

    [Fact]
    [Clause(RuleIds.OneTimeCredential, "one-time-types", Verdict.Reports)]
    public Task ConfiguredType_Reports() =>
        Verify<OneTimeCredentialAnalyzer>.ReportsAsync(
            OneTimeCode.Accept(Board.Replace("await accounts.CreditAsync(id, 1);", "await users.CreateAsync(new Member());", StringComparison.Ordinal)),
            new Setting { Options = "security_review.one_time_types = BoardingPass" });

    [Fact]
    [Clause(RuleIds.OneTimeCredential, "one-time-types", Verdict.IsSilent)]
    public Task OtherTypeWithoutTheOption_IsSilent() =>
        IsSilentAsync(Board.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal).Replace("await accounts.CreditAsync(id, 1);", "await users.CreateAsync(new Member());", StringComparison.Ordinal));

    [Theory]
    [InlineData("var app = WebApplication.Create(); app.MapPost(\"/\", async (Club shop, string code) => { var invite = await shop.Invites.FirstOrDefaultAsync(i => i.Code == code); if (invite is null) return Results.NotFound(); shop.Members.Add(new Member()); invite.[|AcceptedAt|] = DateTime.UtcNow; await shop.SaveChangesAsync(); return Results.Ok(); });")]
    [InlineData("async Task<bool> Redeem() { var card = await db.GiftCards.FindAsync(id); if (card is null) return false; card.[|Status|] = CardState.Redeemed; await db.SaveChangesAsync(cancellationToken: ct); return true; } await Redeem();")]
    public Task LambdaAndLocalFunction_Report(string body) => ReportsAsync(body + " return Ok();");

    [Fact]
    public Task Message_SaysWhatToDo() =>
        Verify<OneTimeCredentialAnalyzer>.ReportsAsync(
            OneTimeCode.Accept(FindInvite + "db.Members.Add(new Member()); invite.{|#0:AcceptedAt|} = DateTime.UtcNow; await db.SaveChangesAsync(ct); return Ok();"),
            new DiagnosticResult(RuleIds.OneTimeCredential, DiagnosticSeverity.Warning).WithLocation(0).WithArguments("Invite")
                .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));

    [Theory]
    [Clause(RuleIds.OneTimeCredential, "precedence", Verdict.Reports)]
    [InlineData(FindInvite + "db.Members.Add(new Member()); await db.SaveChangesAsync(ct); await db.Invites.Where(i => i.Id == invite.Id).[|ExecuteDeleteAsync|](ct); return Ok();")]
    public Task OverTheIgnoredOutcome_Reports(string body) => ReportsAsync(body);

    [Theory]
    [Clause(RuleIds.OneTimeCredential, "precedence", Verdict.IsSilent)]
    [InlineData(FindInvite + "db.Members.Add(new Member()); await db.SaveChangesAsync(ct); await db.Invites.Where(i => i.Id == invite.Id).ExecuteDeleteAsync(ct); return Ok();")]
    public async Task OverTheIgnoredOutcome_OthersAreSilent(string body)
    {
        await Verify<DeleteOutcomeAnalyzer>.IsSilentAsync(OneTimeCode.Accept(body));
        await Verify<CheckThenActAnalyzer>.IsSilentAsync(OneTimeCode.Accept("if (!await db.Invites.AnyAsync(i => i.Code == code, ct)) return NotFound(); db.Members.Add(new Member()); await db.SaveChangesAsync(ct); await db.Invites.Where(i => i.Code == code).ExecuteDeleteAsync(ct); return Ok();"));
        await Verify<ConcurrentDeleteAnalyzer>.IsSilentAsync(OneTimeCode.Accept(FindInvite + "await users.CreateAsync(new Member()); db.Invites.Remove(invite); await db.SaveChangesAsync(ct); return Ok();"));
    }

    [Theory]
    [InlineData("class C { void M(Club db) { var t = db.ResetTokens.First(; t.Used = ; db.ResetTokens.Where(x => x.).ExecuteUpdate(s => s.SetProperty( } }")]
    [InlineData("class C { async Task M() { token.Used = true; await x.RemoveAsync(; s_codes.TryRemove( } }")]
    public Task HalfTypedCode_Runs(string code) => Verify<OneTimeCredentialAnalyzer>.RunsAsync(OneTimeCode.In("") + code, new Setting { Broken = true });

    private static Task ReportsAsync(string body) => Verify<OneTimeCredentialAnalyzer>.ReportsAsync(OneTimeCode.Accept(body));

    private static Task IsSilentAsync(string body) => Verify<OneTimeCredentialAnalyzer>.IsSilentAsync(OneTimeCode.Accept(body));
}
