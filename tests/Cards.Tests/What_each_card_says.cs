using PeerBot.Cards.Tests.Samples;
using PeerBot.Domain.Scheduling;
using static PeerBot.Cards.Tests.Samples.Basics;

namespace PeerBot.Cards.Tests;

/// <summary>Rules about the words and fields of single cards, each from a requirement.</summary>
public sealed class What_each_card_says
{
    [Fact]
    [Trait("Requirement", "S2-01")]
    [Trait("Requirement", "S2-02")]
    [Trait("Requirement", "S2-10")]
    public void The_welcome_lists_all_benefits_and_says_what_it_does_not_replace()
    {
        var words = Words("C01-welcome");
        Assert.All(Sample.Welcome.Benefits, benefit => Assert.Contains(benefit, words, StringComparison.Ordinal));
        Assert.Contains("one of several kinds of support", words, StringComparison.Ordinal);
        Assert.Contains("It does not replace other help: NOSS", words, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "S3-28")]
    public void A_programme_that_replaces_nothing_says_so_too() =>
        Assert.Contains("on top of your line management and supervision. It replaces neither", Words("C01-welcome-languages"), StringComparison.Ordinal);

    [Theory]
    [InlineData("C02-request")]
    [InlineData("C04-choices")]
    [InlineData("C21-thanks-requester")]
    [Trait("Requirement", "S2-02")]
    public void Other_help_is_named_when_asking_and_at_the_close(string card) => Assert.Contains("NOSS", Words(card), StringComparison.Ordinal);

    [Fact]
    public void The_request_offers_every_area_and_one_way_to_say_nothing()
    {
        var area = Input<AdaptiveChoiceSetInput>("C02-request", InputIds.Area);
        Assert.Equal(Areas.All, area.Choices.Select(choice => choice.Value));
        Assert.Equal("Prefer not to say", area.Choices[^1].Title);
        Assert.Equal(300, Input<AdaptiveTextInput>("C02-request", InputIds.Note).MaxLength);
    }

    [Fact]
    [Trait("Requirement", "S2-14")]
    [Trait("Requirement", "S2-15")]
    public void A_profile_shows_region_size_type_and_summary_and_its_place_among_all()
    {
        var words = Words("C03-profile");
        Assert.Contains("Region: North Shropshire", words, StringComparison.Ordinal);
        Assert.Contains("Size of school: 100 to 210 pupils", words, StringComparison.Ordinal);
        Assert.Contains("School type: Rural, voluntary controlled", words, StringComparison.Ordinal);
        Assert.Contains("Headteacher for nine years", words, StringComparison.Ordinal);
        Assert.Contains("2 of 7 · this page shows 1–5", words, StringComparison.Ordinal);
        Assert.Contains("Why you see this:", words, StringComparison.Ordinal);
        Assert.Equal("7 people have time now. Showing 1–5. Pick up to 3, in order.", ProfileCard.Intro(1, 5, 7, 3, English));
    }

    [Fact]
    [Trait("Requirement", "S2-38")]
    public void A_profile_has_no_place_for_a_grade_a_phone_or_an_address()
    {
        string[] forbidden = ["grade", "ofsted", "inspection", "phone", "mail", "photo", "rating"];
        var fields = typeof(ProfileCard.View).GetProperties().Select(property => property.Name.ToLowerInvariant());
        Assert.DoesNotContain(fields, field => forbidden.Any(word => field.Contains(word, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("C03-profile", "Choose Grace Obi as your 2nd choice")]
    [InlineData("C03-profile-chosen", "Take Grace Obi off my list")]
    public void A_profile_is_chosen_or_taken_back(string card, string button) =>
        Assert.Contains(TextTwin.Actions(Card(card)), action => action.Title == button && action.DataJson!.Contains("\"arg\":\"0\"", StringComparison.Ordinal));

    [Fact]
    public void A_full_list_offers_no_further_choice() =>
        Assert.DoesNotContain(TextTwin.Actions(Card("C03-profile-full")), action => action.Verb is Verbs.PreferenceAdd or Verbs.SupportersMore);

    [Theory]
    [InlineData("C01-welcome")]
    [InlineData("C04-choices")]
    [InlineData("C05-ask")]
    [InlineData("C08-rules")]
    [InlineData("C08-rules-agreed")]
    [InlineData("C15-reminder-supporter-first")]
    [Trait("Requirement", "S2-31")]
    [Trait("Requirement", "S2-32")]
    public void Confidentiality_and_its_exception_stand_in_one_paragraph(string card)
    {
        var paragraph = Assert.Single(Blocks(card), text => text.Contains(Promise.Statement, StringComparison.Ordinal));
        Assert.Contains("**The exception:** if someone may be at risk of harm, or there is serious wrongdoing,", paragraph, StringComparison.Ordinal);
        Assert.Contains("Head of Safeguarding", paragraph, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "S2-31")]
    public void A_request_cannot_be_sent_without_the_tick()
    {
        Assert.True(Input<AdaptiveToggleInput>("C04-choices", InputIds.Understood).IsRequired);
        var send = Press("C04-choices", Verbs.RequestSend);
        Assert.Null(send.AssociatedInputs);
    }

    [Fact]
    public void Choices_are_put_in_order_by_buttons_that_say_whom_they_move()
    {
        var titles = TextTwin.Actions(Card("C04-choices")).Select(action => action.Title).ToList();
        Assert.Contains("Move Grace Obi up", titles);
        Assert.DoesNotContain("Move Peter Lloyd up", titles);
        Assert.Contains("Take Peter Lloyd off my list", titles);
    }

    [Fact]
    [Trait("Requirement", "S2-04")]
    [Trait("Requirement", "A-01")]
    public void A_request_at_the_weekend_is_in_at_once_and_says_when_it_is_passed_on()
    {
        var words = Words("C36-sent-weekend");
        Assert.Contains("Request 2026-014 is in", words, StringComparison.Ordinal);
        Assert.Contains("It is the weekend, so I will ask Peter Lloyd at 8.30am on Monday 23 November 2026.", words, StringComparison.Ordinal);
        Assert.Contains("until 5.30pm on Monday 30 November 2026", words, StringComparison.Ordinal);
    }

    [Fact]
    public void An_ask_has_no_place_for_the_note() =>
        Assert.DoesNotContain(typeof(AskCard.View).GetProperties(), property => property.Name.Contains("Note", StringComparison.Ordinal));

    [Fact]
    public void Only_the_supporter_reads_the_note()
    {
        Assert.Contains(Sample.Note, Words("C07-paired-supporter"), StringComparison.Ordinal);
        Assert.DoesNotContain(typeof(PairedCard.View.ForRequester).GetProperties(), property => property.Name == "Note");
    }

    [Theory]
    [InlineData("C07-paired-supporter", "You make first contact, by Teams or work e-mail, by Monday 30 November 2026.")]
    [InlineData("C07-paired-requester", "Grace Obi will make first contact, by Teams or work e-mail, by Monday 30 November 2026.")]
    [Trait("Requirement", "S2-17")]
    [Trait("Requirement", "S2-38")]
    [Trait("Requirement", "S2-40")]
    public void Both_see_who_acts_next_and_how(string card, string sentence)
    {
        var words = Words(card);
        Assert.Contains(sentence, words, StringComparison.Ordinal);
        Assert.Contains("Please do not use personal phone numbers.", words, StringComparison.Ordinal);
        Assert.Contains("in term time, 8.30am–5.30pm", words, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "S3-11")]
    public void The_first_ground_rule_is_respect()
    {
        var rules = Blocks("C08-rules").Where(text => text.StartsWith("• ", StringComparison.Ordinal)).ToList();
        Assert.Equal("• We treat each other with respect.", rules[0]);
        Assert.Contains("Nothing here stops you from raising a concern elsewhere", Words("C08-rules"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "S0-17")]
    public void A_rhythm_offers_the_approaches_of_the_definition() =>
        Assert.Equal(Sample.Offer.Approaches, Input<AdaptiveChoiceSetInput>("C09-rhythm", InputIds.Approach).Choices.Select(choice => choice.Title));

    [Theory]
    [InlineData("C09-rhythm")]
    [InlineData("C09-rhythm-proposed")]
    [InlineData("C09-rhythm-agreed")]
    [Trait("Requirement", "S2-18")]
    [Trait("Requirement", "S2-20")]
    public void A_rhythm_shows_what_is_left_and_how_long_it_may_last(string card)
    {
        var words = Words(card);
        Assert.Contains("In person: 6 of 6 left", words, StringComparison.Ordinal);
        Assert.Contains("no more than 6 months", words, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "S2-16")]
    public void A_longer_first_meeting_needs_both()
    {
        Assert.Contains("up to 1 hour, unless you both agree to more", Words("C09-rhythm"), StringComparison.Ordinal);
        Assert.Equal("We agree", Press("C09-rhythm-confirming", Verbs.CadenceConfirm).Title);
    }

    [Theory]
    [InlineData("C10-pick-time")]
    [InlineData("C11-booked")]
    [InlineData("C15-reminder-requester")]
    [InlineData("C18-cancel")]
    [Trait("Requirement", "S2-20")]
    public void The_last_possible_date_is_on_the_cards_of_a_running_cycle(string card) =>
        Assert.Matches("(Last possible date: Friday 28 May 2027)|(until Thursday 3 June 2027)", Words(card));

    [Fact]
    [Trait("Requirement", "S2-39")]
    [Trait("Requirement", "A-05")]
    public void A_refused_time_names_the_rule_and_the_nearest_time()
    {
        var words = Words("C10-refused");
        Assert.Contains("6pm is after hours for this scheme", words, StringComparison.Ordinal);
        Assert.Contains("starts by 4pm", words, StringComparison.Ordinal);
        Assert.Contains("The nearest time is 3.30pm on Thursday 3 December 2026.", words, StringComparison.Ordinal);
        Assert.Equal("2026-12-03T15:30:00Z", Press("C10-refused", Verbs.SlotPick).Data.Arg);
    }

    public static TheoryData<TimeRefusedCard.Rule, string> Rules => new()
    {
        { new TimeRefusedCard.Rule.EndsTooLate(new LocalTime(17, 30)), "is over by 5.30pm" },
        { new TimeRefusedCard.Rule.BeforeHours(new LocalTime(8, 30)), "starts at 8.30am or later" },
        { new TimeRefusedCard.Rule.NotAMeetingDay(), "not held on a Thursday" },
        { new TimeRefusedCard.Rule.OutOfTerm("half-term"), "in a school holiday (half-term)" },
        { new TimeRefusedCard.Rule.OutOfTerm(null), "outside term time" },
        { new TimeRefusedCard.Rule.BankHoliday("Easter Monday"), "is a bank holiday (Easter Monday)" },
        { new TimeRefusedCard.Rule.BankHoliday(null), "is a bank holiday." },
        { new TimeRefusedCard.Rule.BeyondEnd(new LocalDate(2027, 6, 3), 6), "lasts 6 months, until Thursday 3 June 2027. You can ask for a review." },
        { new TimeRefusedCard.Rule.InPersonUsedUp(6), "6 times in person, which is as many as one cycle of peer support holds" },
        { new TimeRefusedCard.Rule.AlreadyOneThisMonth(), "already a meeting in that month" },
        { new TimeRefusedCard.Rule.TooSoonAfterTheLast(28), "less than 28 days after" },
        { new TimeRefusedCard.Rule.NotFree(), "is taken" },
        { new TimeRefusedCard.Rule.InThePast(), "has passed" },
    };

    [Theory, MemberData(nameof(Rules))]
    public void Every_rule_has_its_sentence(TimeRefusedCard.Rule rule, string words) =>
        Assert.Contains(words, TimeRefusedCard.Sentence(rule, At(2026, 12, 3, 18, 0), English), StringComparison.Ordinal);

    [Theory]
    [InlineData(BookedCard.State.Booking)]
    [InlineData(BookedCard.State.Booked)]
    [InlineData(BookedCard.State.CalendarPending)]
    [InlineData(BookedCard.State.Moved)]
    public void A_meeting_that_stands_asks_for_no_recording(BookedCard.State state) =>
        Assert.Contains(
            "Please do not record, transcribe or use an AI note-taker.", TextTwin.Of(BookedCard.Of(Sample.Booked with { State = state }, Frame)), StringComparison.Ordinal);

    [Fact]
    [Trait("Requirement", "S2-18")]
    public void A_booked_meeting_in_person_is_counted() =>
        Assert.Contains("In person: 1 of 6 · until Thursday 3 June 2027", Words("C11-booked"), StringComparison.Ordinal);

    [Fact]
    [Trait("Requirement", "S0-09")]
    public void Moving_asks_for_no_reason() =>
        Assert.Empty(TextTwin.Flat(Card("C18-move").Body).OfType<AdaptiveInput>());

    [Fact]
    [Trait("Requirement", "S3-36")]
    public void Name_and_date_of_the_self_evaluation_are_empty_and_optional()
    {
        var name = Input<AdaptiveTextInput>("C12-start", InputIds.Name);
        var date = Input<AdaptiveDateInput>("C12-start", InputIds.DateCompleted);
        Assert.Null(name.Value);
        Assert.Null(date.Value);
        Assert.Null(name.IsRequired);
        Assert.Null(date.IsRequired);
    }

    [Fact]
    [Trait("Requirement", "S3-37")]
    [Trait("Requirement", "S3-38")]
    public void Each_statement_has_the_four_levels_in_order_and_may_be_left_blank()
    {
        var statements = TextTwin.Flat(Card("C13-section").Body).OfType<AdaptiveChoiceSetInput>().ToList();
        Assert.Equal(Sample.Section.Statements.Select(statement => statement.Text), statements.Select(input => input.Label));
        Assert.All(statements, input =>
        {
            Assert.Equal(["Less confident", "Quite confident", "Confident", "Very confident"], input.Choices.Select(choice => choice.Title));
            Assert.DoesNotContain(input.Choices, choice => choice.Value.Any(char.IsDigit));
            Assert.Equal(AdaptiveChoiceInputStyle.Expanded, input.Style);
            Assert.Null(input.IsRequired);
            Assert.Null(input.Value);
        });
    }

    [Fact]
    [Trait("Requirement", "S3-41")]
    public void The_stem_stands_once() => Assert.Single(Blocks("C13-section"), text => text == "I am able to …");

    [Fact]
    [Trait("Requirement", "S3-42")]
    public void A_section_ends_with_one_optional_private_box()
    {
        var last = TextTwin.Flat(Card("C13-section").Body).OfType<AdaptiveInput>().Last();
        Assert.Equal("How do I know? (optional)", last.Label);
        Assert.True(last.Private);
        Assert.Equal(1000, Assert.IsType<AdaptiveTextInput>(last).MaxLength);
    }

    [Fact]
    [Trait("Requirement", "A-11")]
    public void Then_and_now_are_in_words_with_no_number_and_no_total()
    {
        var body = string.Join('\n', Blocks("C14-then-and-now"));
        Assert.Contains("Less confident → **Confident** · ▲ more confident", body, StringComparison.Ordinal);
        Assert.Contains("● the same", body, StringComparison.Ordinal);
        Assert.Contains("Very confident → **Quite confident** · ▼ less confident", body, StringComparison.Ordinal);
        Assert.DoesNotContain(body, char.IsDigit);
    }

    [Fact]
    [Trait("Requirement", "A-12")]
    public void The_partner_reads_what_is_shared_and_can_do_nothing_with_it()
    {
        var verbs = TextTwin.Actions(Card("C14-shared-with-partner")).Select(action => action.Verb);
        Assert.Equal([Verbs.Help], verbs);
    }

    [Fact]
    [Trait("Requirement", "S2-37")]
    public void Permission_to_share_feedback_starts_at_No()
    {
        Assert.Equal("no", Input<AdaptiveChoiceSetInput>("C20-feedback", "permission").Value);
        Assert.Equal("They will know the answers are yours. (optional)", Input<AdaptiveChoiceSetInput>("C20-feedback", "permission").Label[^48..]);
    }

    [Fact]
    [Trait("Requirement", "S2-22")]
    [Trait("Requirement", "S2-36")]
    public void Feedback_asks_every_question_of_the_definition_and_says_why()
    {
        var ids = TextTwin.Flat(Card("C20-feedback").Body).OfType<AdaptiveInput>().Select(input => input.Id).ToList();
        Assert.Equal([.. Sample.Feedback.Questions.Select(question => question.Id), InputIds.Message], ids);
        Assert.Contains("to make it better", Words("C20-feedback"), StringComparison.Ordinal);
        Assert.Contains("Your answers go to Sam Reid (the local authority)", Words("C20-feedback"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "A-13")]
    public void The_supporter_gets_exactly_the_message()
    {
        var words = Words("C20-shared-message");
        Assert.Contains("Thank you, you gave me room to think.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("supportive?", words, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "S2-33")]
    [Trait("Requirement", "S2-34")]
    public void A_concern_is_answered_with_a_person_and_takes_no_description()
    {
        var words = Words("C27-concern");
        Assert.Empty(TextTwin.Flat(Card("C27-concern").Body).OfType<AdaptiveInput>());
        Assert.All(
            [
                "What you talk about is confidential between you. The exception: if someone may be at risk of harm, or there is serious wrongdoing,",
                "If anyone is in immediate danger, call 999 now.",
                "Please do not type the concern here. PeerBot cannot act on it and does not keep it.",
                "Work phone: 01743 000 002", "Work e-mail: jo.price@council.example", "Hours: Weekdays 8.30am to 5pm", "If they are away: Duty officer",
                "Out of hours: Emergency duty team: 0345 000 0004.",
                "Nothing in this scheme stops you from using your own safeguarding or whistleblowing policy, your union, or a prescribed body.",
                "For yourself: NOSS",
            ],
            sentence => Assert.Contains(sentence, words, StringComparison.Ordinal));
        Assert.DoesNotContain("case", words.Split(' ', '.', ',', '\n'));
        Assert.DoesNotMatch("(?i)investigat|anonym", words);
        Assert.Equal([null, null, Verbs.ConcernCallMe, Verbs.ConcernCarryOn, Verbs.Help], TextTwin.Actions(Card("C27-concern")).Select(action => action.Verb));
    }

    [Theory]
    [InlineData("U09-not-for-you")]
    [InlineData("C35-out-of-date-Filled")]
    [Trait("Requirement", "U-07")]
    [Trait("Requirement", "U-08")]
    [Trait("Requirement", "U-09")]
    public void A_card_of_someone_else_or_of_the_past_reveals_nobody(string card) =>
        Assert.All(Personal.Where(name => name != "@"), name => Assert.DoesNotContain(name, Words(card), StringComparison.OrdinalIgnoreCase));

    [Fact]
    [Trait("Requirement", "U-06")]
    public void Stopping_is_asked_about_and_says_that_nothing_was_sent()
    {
        Assert.Contains("Nothing has been sent to anyone.", Words("U06-stop"), StringComparison.Ordinal);
        Assert.Equal([Verbs.StepStop, Verbs.StepResume, Verbs.Help], TextTwin.Actions(Card("U06-stop")).Select(action => action.Verb));
    }

    [Fact]
    [Trait("Requirement", "U-01")]
    public void Nobody_free_is_no_dead_end() =>
        Assert.Equal(
            [Verbs.RequestWait, Verbs.OtherHelpShow, Verbs.RequestCancel, Verbs.Help],
            TextTwin.Actions(Card("U01-nobody-free")).Select(action => action.Verb));

    [Theory]
    [InlineData(MeetingMode.Teams, "teams")]
    [InlineData(MeetingMode.InPerson, "in-person")]
    [InlineData(MeetingMode.PhoneWork, "phone-work")]
    public void A_mode_keeps_its_value_both_ways(MeetingMode mode, string value)
    {
        Assert.Equal(value, ModeValues.Of(mode));
        Assert.Equal(mode, ModeValues.Parse(value));
        Assert.Null(ModeValues.Parse(ModeValues.Either));
    }

    private static AdaptiveCard Card(string name) => Sample.Cards[name]();

    private static string Words(string name) => TextTwin.Of(Card(name));

    private static List<string> Blocks(string name) => [.. TextTwin.Flat(Card(name).Body).OfType<AdaptiveTextBlock>().Select(block => block.Text)];

    private static T Input<T>(string name, string id)
        where T : AdaptiveInput =>
        Assert.IsType<T>(TextTwin.Flat(Card(name).Body).OfType<AdaptiveInput>().Single(input => input.Id == id));

    private static AdaptiveExecuteAction Press(string name, string verb) =>
        TextTwin.Flat(Card(name).Body).OfType<AdaptiveActionSet>().SelectMany(set => set.Actions).Concat(Card(name).Actions!)
            .OfType<AdaptiveExecuteAction>().Single(action => action.Verb == verb);
}
